package com.sessionanalyzer.torture;

import com.sessionanalyzer.torture.Acknowledged.Known;
import com.sessionanalyzer.torture.Findings.Kind;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Posts one record with an {@code Idempotency-Key}, until it is acknowledged; now and then again afterwards. */
final class KeyedPosts implements Client {

    private final String name;
    private final Installation installation;
    private final Http http;
    private final Turnstile turnstile;
    private final Journal journal;
    private final Acknowledged acknowledged;
    private final Findings findings;
    private final Random random;
    private int number;

    KeyedPosts(
            String name,
            Installation installation,
            Http http,
            Turnstile turnstile,
            Journal journal,
            Acknowledged acknowledged,
            Findings findings,
            long seed) {
        this.name = name;
        this.installation = installation;
        this.http = http;
        this.turnstile = turnstile;
        this.journal = journal;
        this.acknowledged = acknowledged;
        this.findings = findings;
        this.random = new Random(seed);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void step() throws InterruptedException {
        String mark = name + "-" + number++;
        Review review = Review.random(mark, random);
        boolean broken = random.nextInt(30) == 0;
        String body = broken ? review.broken().json() : review.json();
        journal.sent(mark, review.sessions());
        Answer answer = http.until(each -> !each.isToBeTriedAgain() && each.status() < 500, () -> post(mark, body));
        if (broken) {
            expect(400, answer, mark);
            journal.rejected(mark);
        } else {
            expect(201, answer, mark);
            journal.recorded(mark, review.sessions());
            repeat(mark, body, answer);
            acknowledged.add(new Known(id(answer), review, answer.position()));
        }
        turnstile.pause(20 + random.nextInt(60));
    }

    /** Sent once more it is the same record. */
    private void repeat(String mark, String body, Answer first) throws InterruptedException {
        if (random.nextInt(5) == 0) {
            Set<String> ids = new HashSet<>();
            ids.add(id(first));
            Answer again = http.until(each -> !each.isToBeTriedAgain() && each.status() < 500, () -> post(mark, body));
            expect(201, again, mark);
            ids.add(id(again));
            if (ids.size() > 1) {
                findings.add(Kind.DOUBLED, mark + " was answered with the ids " + ids);
            }
        }
    }

    private Answer post(String mark, String body) throws InterruptedException {
        return http.post(installation.upload(), body, mark);
    }

    private void expect(int status, Answer answer, String mark) {
        if (answer.status() != status) {
            findings.add(Kind.WRONG, mark + " was answered with " + answer);
        }
    }

    private static String id(Answer answer) {
        return answer.status() == 201 ? answer.json().path("data").path("id").asString("") : "";
    }
}
