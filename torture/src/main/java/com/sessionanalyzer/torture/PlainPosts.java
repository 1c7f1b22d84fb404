package com.sessionanalyzer.torture;

import com.sessionanalyzer.torture.Acknowledged.Known;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Random;

/** Posts one record without a key, and never again: what was not acknowledged may be there once, or not. */
record PlainPosts(
        Installation installation,
        Http http,
        Turnstile turnstile,
        Journal journal,
        Acknowledged acknowledged,
        Random random,
        int[] number)
        implements Client {

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public void step() throws InterruptedException {
        String mark = "plain-" + number[0]++;
        Review review = Review.random(mark, random);
        journal.sent(mark, review.sessions());
        Answer answer = http.send(
                "POST",
                installation.ingest("/api/upload"),
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
