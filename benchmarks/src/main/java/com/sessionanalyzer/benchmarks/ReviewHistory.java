package com.sessionanalyzer.benchmarks;

import static java.util.Objects.requireNonNull;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.CustomerName;
import com.sessionanalyzer.schema.session.Origin;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Made-up history of records: of a hundred steps 85 bring a new one, 8 correct one of the latest, 2 repeat one, and 5 delete one.
 * Few customers have many, most have some; the days are those of a year. The same seed gives the same history.
 */
public final class ReviewHistory {

    private static final String[] REGIONS = {"EU", "US", "US2", "India", "AU", "Asia"};
    private static final String[] SOURCES = {"FB Pages", "MySQL", "Google Ads", "Salesforce", "Stripe", "HubSpot"};
    private static final String[] DESTINATIONS = {"BQ", "Snowflake", "Redshift", "Databricks"};
    private static final String OBSERVATION =
            "Waited for the first load to finish, asked in the chat and gave up on day ";
    private static final OrganizationId ORGANIZATION = new OrganizationId("default");
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final int CUSTOMERS = 20_000;
    private static final int DAYS = 365;
    private static final int LATEST = 1 << 14;

    private final SplittableRandom random;
    private final @Nullable SessionRecord[] latest = new SessionRecord[LATEST];
    private long made;

    public ReviewHistory(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** What becomes of a record; the same before and after when it is repeated. */
    public record Step(
            @Nullable SessionRecord before, @Nullable SessionRecord after) {

        /** The record, in its newest version. */
        public SessionRecord newest() {
            return after == null ? requireNonNull(before) : after;
        }
    }

    public Step next() {
        int place = random.nextInt(LATEST);
        SessionRecord known = latest[place];
        int dice = random.nextInt(100);
        if (known == null || dice < 85) {
            SessionRecord fresh = review(id(), null);
            latest[place] = fresh;
            return new Step(null, fresh);
        }
        if (dice < 93) {
            SessionRecord corrected = review(known.id(), known);
            latest[place] = corrected;
            return new Step(known, corrected);
        }
        if (dice < 95) {
            return new Step(known, known);
        }
        latest[place] = null;
        return new Step(known, null);
    }

    private UUID id() {
        long version7 = (START.toEpochMilli() + made++) << 16 | 0x7000 | random.nextInt(1 << 12);
        return new UUID(version7, random.nextLong() >>> 2 | Long.MIN_VALUE);
    }

    private SessionRecord review(UUID id, @Nullable SessionRecord before) {
        double skew = random.nextDouble();
        CustomerName customer = before == null
                ? CustomerName.of(
                        String.format(Locale.ROOT, "customer-%05d.example.com", (int) (skew * skew * CUSTOMERS)))
                : before.customer();
        Instant uploadedAt = START.plusSeconds(random.nextInt(DAYS * 86_400));
        return new SessionRecord(
                ORGANIZATION,
                id,
                customer,
                any(REGIONS),
                random.nextInt(1, 12),
                any(SOURCES),
                any(DESTINATIONS),
                random.nextInt(3) == 0 ? random.nextInt(1, 121) : null,
                OBSERVATION + random.nextInt(DAYS),
                null,
                uploadedAt,
                before == null ? START.plusMillis(made) : before.createdAt(),
                LocalDate.ofInstant(uploadedAt, ZoneOffset.UTC),
                Origin.of(Channel.BULK),
                before == null ? 0 : before.revision() + 1);
    }

    private String any(String[] values) {
        return values[random.nextInt(values.length)];
    }
}
