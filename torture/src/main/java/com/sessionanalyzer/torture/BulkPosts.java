package com.sessionanalyzer.torture;

import com.sessionanalyzer.torture.Findings.Kind;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Posts hundreds of records at once, slowly enough to be interrupted, and sends all of it again until it is settled. */
final class BulkPosts implements Client {

    private static final int RECORDS = 300;

    private final Installation installation;
    private final Http http;
    private final Turnstile turnstile;
    private final Journal journal;
    private final Findings findings;
    private final Random random;
    private int number;

    BulkPosts(
            Installation installation, Http http, Turnstile turnstile, Journal journal, Findings findings, long seed) {
        this.installation = installation;
        this.http = http;
        this.turnstile = turnstile;
        this.journal = journal;
        this.findings = findings;
        this.random = new Random(seed);
    }

    @Override
    public String name() {
        return "bulk";
    }

    @Override
    public void step() throws InterruptedException {
        String key = "bulk-" + number++;
        List<Review> reviews = new ArrayList<>();
        List<Review> broken = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < RECORDS; i++) {
            Review review = Review.random(key + "-" + i, random);
            journal.sent(review.mark(), review.sessions());
            boolean breaks = random.nextInt(50) == 0;
            (breaks ? broken : reviews).add(review);
            body.append((breaks ? review.broken() : review).json()).append('\n');
        }
        byte[] content = body.toString().getBytes(StandardCharsets.UTF_8);
        Answer answer = http.until(each -> each.status() == 200, () -> post(key, content));
        reviews.forEach(review -> journal.recorded(review.mark(), review.sessions()));
        broken.forEach(review -> journal.rejected(review.mark()));
        compare(key, answer.json(), reviews.size(), broken.size());
        turnstile.pause(400 + random.nextInt(800));
    }

    private void compare(String key, JsonNode answer, int recorded, int rejected) {
        JsonNode total = answer.path("total");
        if (total.path("received").asInt() != RECORDS
                || total.path("recorded").asInt() != recorded
                || total.path("rejected").asInt() != rejected) {
            findings.add(
                    Kind.WRONG,
                    key + " has " + recorded + " good records and " + rejected + " broken ones, and was answered with "
                            + answer);
        }
    }

    private Answer post(String key, byte[] content) throws InterruptedException {
        return http.send(
                "POST",
                installation.ingest("/api/sessions/bulk?name=" + key),
                BodyPublishers.ofInputStream(() -> new SlowBody(content, turnstile)),
                "Content-Type",
                "application/x-ndjson",
                "Idempotency-Key",
                key);
    }

    /** Bytes that come a few at a time. */
    private static final class SlowBody extends InputStream {

        private static final int STEP = 4096;
        private static final long PAUSE_MILLIS = 15;

        private final ByteArrayInputStream bytes;
        private final Turnstile turnstile;

        private SlowBody(byte[] content, Turnstile turnstile) {
            this.bytes = new ByteArrayInputStream(content);
            this.turnstile = turnstile;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            try {
                turnstile.pause(PAUSE_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return bytes.read(into, offset, Math.min(length, STEP));
        }
    }
}
