package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.intake.session.BulkFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Records as people send them, about 200 bytes each: few customers have many, most have some, a third takes minutes, one in
 * eight has a highlight. The same seed gives the same records in every format.
 */
public final class Content {

    private static final String[] REGIONS = {"EU", "US", "US2", "India", "AU", "Asia"};
    private static final String[] SOURCES = {"FB Pages", "MySQL", "Google Ads", "Salesforce", "Stripe", "HubSpot"};
    private static final String[] DESTINATIONS = {"BQ", "Snowflake", "Redshift", "Databricks"};
    private static final String[] OBSERVATIONS = {
        "Could not map a column and tried it twice",
        "Waited for the first load to finish and gave up",
        "Asked in the chat why rows were missing",
        "Found the setting after some time, then all went well",
    };
    private static final int CUSTOMERS = 20_000;
    private static final int DAYS = 300;

    private final SplittableRandom random;
    private final BulkFormat format;

    public Content(BulkFormat format, long seed) {
        this.format = format;
        this.random = new SplittableRandom(seed);
    }

    /** Writes so many records, after the header when there is one. */
    public void write(long records, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        if (format == BulkFormat.CSV) {
            text.append("customer,region,sessions,source,destination,time_consumed,observation,highlight_type\n");
        }
        for (long i = 0; i < records; i++) {
            append(text);
            if (text.length() > 1 << 16 || i == records - 1) {
                out.write(text.toString().getBytes(StandardCharsets.UTF_8));
                text.setLength(0);
            }
        }
    }

    private void append(StringBuilder text) {
        double skew = random.nextDouble();
        String customer = String.format(Locale.ROOT, "customer-%05d.example.com", (int) (skew * skew * CUSTOMERS));
        String region = any(REGIONS);
        int sessions = random.nextInt(1, 12);
        String source = any(SOURCES);
        String destination = any(DESTINATIONS);
        int minutes = random.nextInt(3) == 0 ? random.nextInt(1, 121) : 0;
        String observation = any(OBSERVATIONS) + " on day " + random.nextInt(DAYS);
        String highlight = random.nextInt(8) == 0 ? "error_gap" : "";
        switch (format) {
            case TEXT -> text(text, customer, region, sessions, source, destination, minutes, observation, highlight);
            case NDJSON -> json(text, customer, region, sessions, source, destination, minutes, observation, highlight);
            case CSV ->
                text.append(String.join(
                                ",",
                                customer,
                                region,
                                Integer.toString(sessions),
                                source,
                                destination,
                                minutes == 0 ? "" : Integer.toString(minutes),
                                '"' + observation + '"',
                                highlight))
                        .append('\n');
        }
    }

    private static void text(
            StringBuilder text,
            String customer,
            String region,
            int sessions,
            String source,
            String destination,
            int minutes,
            String observation,
            String highlight) {
        text.append("Customer: ").append(customer).append("\nRegion: ").append(region);
        text.append("\nSessions: ").append(sessions).append("\nSource: ").append(source);
        text.append("\nDestination: ").append(destination);
        if (minutes > 0) {
            text.append("\nTime Consumed: ").append(minutes).append(" mins");
        }
        if (!highlight.isEmpty()) {
            text.append("\nHighlight: ").append(highlight);
        }
        text.append("\nObservation: ").append(observation).append("\n\n");
    }

    private static void json(
            StringBuilder text,
            String customer,
            String region,
            int sessions,
            String source,
            String destination,
            int minutes,
            String observation,
            String highlight) {
        text.append("{\"customer\":\"")
                .append(customer)
                .append("\",\"region\":\"")
                .append(region);
        text.append("\",\"sessions\":")
                .append(sessions)
                .append(",\"source\":\"")
                .append(source);
        text.append("\",\"destination\":\"").append(destination).append('"');
        if (minutes > 0) {
            text.append(",\"time_consumed\":").append(minutes);
        }
        if (!highlight.isEmpty()) {
            text.append(",\"highlight_type\":\"").append(highlight).append('"');
        }
        text.append(",\"observation\":\"").append(observation).append("\"}\n");
    }

    private String any(String[] values) {
        return values[random.nextInt(values.length)];
    }
}
