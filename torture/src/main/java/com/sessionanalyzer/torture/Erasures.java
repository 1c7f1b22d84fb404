package com.sessionanalyzer.torture;

import com.sessionanalyzer.torture.Findings.Kind;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Posts some records of a customer that nobody else has, and erases the customer; then sends one of them once more. */
final class Erasures implements Client {

    private final Installation installation;
    private final Http http;
    private final Turnstile turnstile;
    private final Journal journal;
    private final Findings findings;
    private final Random random;
    private int number;

    Erasures(Installation installation, Http http, Turnstile turnstile, Journal journal, Findings findings, long seed) {
        this.installation = installation;
        this.http = http;
        this.turnstile = turnstile;
        this.journal = journal;
        this.findings = findings;
        this.random = new Random(seed);
    }

    @Override
    public String name() {
        return "erasures";
    }

    @Override
    public void step() throws InterruptedException {
        String customer = "erased-" + number++ + ".example";
        List<Review> reviews = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            reviews.add(
                    Review.random(customer.replace('.', '-') + "-" + i, random).of(customer));
        }
        for (Review review : reviews) {
            journal.sent(review.mark(), review.sessions());
            post(review);
            journal.recorded(review.mark(), review.sessions());
        }
        erase(customer);
        reviews.forEach(review -> journal.deleted(review.mark()));
        post(reviews.get(0));
        turnstile.pause(200 + random.nextInt(400));
    }

    private void post(Review review) throws InterruptedException {
        Answer answer = http.until(
                each -> !each.isToBeTriedAgain() && each.status() < 500,
                () -> http.post(installation.upload(), review.json(), review.mark()));
        if (answer.status() != 201) {
            findings.add(Kind.WRONG, review + " was answered with " + answer);
        }
    }

    private void erase(String customer) throws InterruptedException {
        boolean[] tried = new boolean[1];
        Answer answer = http.until(each -> each.status() == 200 || each.status() == 404, () -> {
            Answer erased = http.send(
                    "DELETE", installation.query("/api/customers/" + customer + "/sessions"), BodyPublishers.noBody());
            tried[0] |= erased.isToBeTriedAgain();
            return erased;
        });
        if (answer.status() == 404 && !tried[0]) {
            findings.add(Kind.LOST, "there was nothing to erase of " + customer);
        }
    }
}
