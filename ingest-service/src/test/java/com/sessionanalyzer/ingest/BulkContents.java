package com.sessionanalyzer.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Contents of bulk posts, all of whose records are right. */
public final class BulkContents {

    private BulkContents() {}

    /** So many records, each of another customer. */
    public static byte[] of(String type, int records) {
        String content = switch (type) {
            case "text/plain" -> joined(records, BulkContents::text);
            case "text/csv" ->
                "Customer,Region,Sessions,Source,Destination,Observation\n" + joined(records, BulkContents::row);
            default -> joined(records, BulkContents::line);
        };
        return content.getBytes(StandardCharsets.UTF_8);
    }

    /** A line of JSON. */
    public static String line(int number) {
        return """
                {"customer": "customer-%d.example", "region": "EU", "sessions": %d, "source": "MySQL", "destination": "BQ"}
                """.formatted(number, number % 1000 + 1);
    }

    private static String text(int number) {
        return """
                Customer: customer-%d.example
                Region: EU
                Sessions: %d
                Source: MySQL
                Destination: BQ
                Observation: one
                two
                """.formatted(number, number % 1000 + 1);
    }

    private static String row(int number) {
        return "customer-%d.example,EU,%d,MySQL,BQ,\"one, \"\"two\"\"\nthree\"\n".formatted(number, number % 1000 + 1);
    }

    private static String joined(int records, IntFunction<String> record) {
        return IntStream.range(0, records).mapToObj(record).collect(Collectors.joining());
    }

    public static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
