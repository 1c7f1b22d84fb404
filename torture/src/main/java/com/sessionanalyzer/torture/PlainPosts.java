package com.sessionanalyzer.torture;

import com.sessionanalyzer.torture.Acknowledged.Known;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Random;

/** Posts one record without a key, and never again: what was not acknowledged may be there once, or not. */
final class PlainPosts implements Client {

    private final Installation installation;
    private final Http http;
    private final Turnstile turnstile;
    private final Journal journal;
    private final Acknowledged acknowledged;
    private final Random random;
    private int number;

    PlainPosts(
            Installation installation,
            Http http,
            Turnstile turnstile,
            Journal journal,
            Acknowledged acknowledged,
            long seed) {
        this.installation = installation;
        this.http = http;
        this.turnstile = turnstile;
        this.journal = journal;
        this.acknowledged = acknowledged;
        this.random = new Random(seed);
    }

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public void step() throws InterruptedException {
        String mark = "plain-" + number++;
        Review review = Review.random(mark, random);
        journal.sent(mark, review.sessions());
        Answer answer = http.send(
                "POST",
                installation.upload(),
                BodyPublishers.ofString(review.json()),
                "Content-Type",
                "application/json");
        if (answer.status() == 201) {
            journal.recorded(mark, review.sessions());
            acknowledged.add(new Known(answer.json().path("data").path("id").asString(""), review, answer.position()));
        }
        turnstile.pause(30 + random.nextInt(60));
    }
}
