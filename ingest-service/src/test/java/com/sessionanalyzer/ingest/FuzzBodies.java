package com.sessionanalyzer.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;

/** Bodies that are nearly right: valid ones that were damaged a few times. The same seed gives the same bodies. */
final class FuzzBodies {

    private static final String TEXT = """
            Customer: acme.example [15 mins]
            Region: EU
            Sessions: 3
            Source: FB Pages
            Destination: BQ
            Time Consumed: 15
            Highlight: error_gap
            Highlight URL: https://t.example/1
            Uploaded At: 2026-01-31
            Observation: Could not map a column.
            - tried it twice
            """;
    private static final String JSON = """
            {"customer":"acme.example","region":"EU","sessions":3,"source":"FB Pages","destination":"BQ",\
            "time_consumed":15,"has_highlight":true,"highlight_type":"error_gap","observation":"a\\nb \\u20ac"}
            """;
    private static final String CSV = """
            Customer,region,Sessions,source,destination,time_consumed,has_highlight,highlight_type,observation
            acme.example,EU,3,FB Pages,BQ,15,yes,error_gap,"one
            two ""three\"""\"
            b.example,US,1,MySQL,BQ,,,,
            """;
    private static final byte[][] ODD = {
        "\"".getBytes(UTF_8),
        "\"\"\"".getBytes(UTF_8),
        "\\".getBytes(UTF_8),
        "\\u0000".getBytes(UTF_8),
        "\\ud83d".getBytes(UTF_8),
        "99999999999999999999999999".getBytes(UTF_8),
        "1e400".getBytes(UTF_8),
        "-".getBytes(UTF_8),
        "\0".getBytes(UTF_8),
        "\r".getBytes(UTF_8),
        "\n".getBytes(UTF_8),
        "\n\nCustomer:".getBytes(UTF_8),
        "\uFEFF".getBytes(UTF_8),
        "\u2028".getBytes(UTF_8),
        "\u202E".getBytes(UTF_8),
        "İŉß".getBytes(UTF_8),
        "é".getBytes(ISO_8859_1),
        new byte[] {(byte) 0xF0, (byte) 0x9F},
        new byte[] {(byte) 0xFF, (byte) 0xFE},
        ",;\t".getBytes(UTF_8),
        "{[".getBytes(UTF_8),
        "]}".getBytes(UTF_8),
        "xn--a.".getBytes(UTF_8),
        "https://u:p@h/".getBytes(UTF_8),
    };

    private final SplittableRandom random;
    private final Kind kind;

    FuzzBodies(Kind kind, long seed) {
        this.kind = kind;
        this.random = new SplittableRandom(seed);
    }

    /** What is posted, and where. */
    enum Kind {
        TEXT("/api/sessions/bulk", "text/plain", FuzzBodies.TEXT),
        NDJSON("/api/sessions/bulk", "application/x-ndjson", FuzzBodies.JSON),
        CSV("/api/sessions/bulk", "text/csv", FuzzBodies.CSV),
        JSON("/api/upload", "application/json", FuzzBodies.JSON);

        private final String path;
        private final String contentType;
        private final String valid;

        Kind(String path, String contentType, String valid) {
            this.path = path;
            this.contentType = contentType;
            this.valid = valid;
        }

        String path() {
            return path;
        }

        String contentType() {
            return contentType;
        }

        boolean isBulk() {
            return this != JSON;
        }
    }

    /**
     * A body.
     *
     * @param gzipped whether it was, before it was damaged
     */
    record Body(ByteBuffer bytes, boolean gzipped) {}

    Body next() {
        byte[] body =
                kind.valid.repeat(kind == Kind.JSON ? 1 : random.nextInt(1, 4)).getBytes(UTF_8);
        for (int damage = random.nextInt(6); damage > 0; damage--) {
            body = damaged(body);
        }
        boolean isGzipped = kind.isBulk() && random.nextInt(5) == 0;
        byte[] sent = isGzipped ? gzipped(body) : body;
        return new Body(ByteBuffer.wrap(isGzipped && random.nextBoolean() ? damaged(sent) : sent), isGzipped);
    }

    private byte[] damaged(byte[] body) {
        if (body.length == 0) {
            return odd();
        }
        int at = random.nextInt(body.length);
        int end = Math.min(body.length, at + random.nextInt(40));
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(body, at);
            case 1 -> flipped(body, at);
            case 2, 3 -> joined(Arrays.copyOf(body, at), odd(), Arrays.copyOfRange(body, at, body.length));
            case 4 -> joined(Arrays.copyOf(body, at), Arrays.copyOfRange(body, end, body.length));
            case 5 -> joined(Arrays.copyOf(body, end), Arrays.copyOfRange(body, at, body.length));
            case 6 -> joined(Arrays.copyOf(body, at), noise(), Arrays.copyOfRange(body, end, body.length));
            default -> random.nextInt(8) == 0 ? new String(body, UTF_8).getBytes(UTF_16LE) : flipped(body, at);
        };
    }

    private byte[] flipped(byte[] body, int at) {
        byte[] flipped = body.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private byte[] odd() {
        return ODD[random.nextInt(ODD.length)];
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(12)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] gzipped(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
