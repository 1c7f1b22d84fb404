package com.sessionanalyzer.torture;

import com.sessionanalyzer.torture.Acknowledged.Known;
import com.sessionanalyzer.torture.Findings.Kind;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import java.util.Random;

/** Reads a record that was acknowledged, and corrects it with {@code If-Match}, or deletes it, until that is certain. */
final class Changes implements Client {

    private final String name;
    private final Installation installation;
    private final Http http;
    private final Turnstile turnstile;
    private final Journal journal;
    private final Acknowledged acknowledged;
    private final Findings findings;
    private final Random random;

    Changes(
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
        Optional<Known> taken = acknowledged.take(random);
        if (taken.isPresent()) {
            Answer read = read(taken.get());
            if (random.nextInt(3) == 0) {
                delete(taken.get());
            } else {
                correct(taken.get(), read.header("ETag").orElse(""));
            }
        }
        turnstile.pause(30 + random.nextInt(100));
    }

    /**
     * Reads its own write, which must be there once the answer says that it contains its position: where the rows are not
     * that far for seconds, they are answered as they are, with their own.
     */
    private Answer read(Known known) throws InterruptedException {
        Answer answer = http.until(
                each -> each.status() == 200 && each.position().contains(known.position()),
                () -> http.get(
                        address(known), "Session-Position", known.position().toString()));
        int sessions = answer.json().path("sessions").asInt();
        if (sessions != known.review().sessions()) {
            findings.add(Kind.WRONG, known + " was read as " + answer.body());
        }
        return answer;
    }

    private void correct(Known known, String tag) throws InterruptedException {
        Review corrected = known.review().corrected(random);
        boolean[] tried = new boolean[1];
        Answer answer = http.until(each -> each.status() == 200 || each.status() == 412, () -> {
            Answer put = http.send(
                    "PUT",
                    address(known),
                    BodyPublishers.ofString(corrected.json()),
                    "Content-Type",
                    "application/json",
                    "If-Match",
                    tag);
            tried[0] |= put.isToBeTriedAgain();
            return put;
        });
        if (answer.status() == 412 && !tried[0]) {
            findings.add(Kind.WRONG, "somebody else changed " + known + ": " + answer.body());
        }
        Known now = new Known(known.id(), corrected, known.position().and(answer.position()));
        if (answer.status() == 412) {
            Answer read = http.until(each -> each.status() == 200, () -> http.get(address(known)));
            if (read.json().path("sessions").asInt() != corrected.sessions()) {
                findings.add(Kind.WRONG, "neither corrected nor as it was: " + known + ", " + read.body());
            }
        }
        journal.corrected(corrected.mark(), corrected.sessions());
        acknowledged.add(now);
    }

    private void delete(Known known) throws InterruptedException {
        boolean[] tried = new boolean[1];
        Answer answer = http.until(each -> each.status() == 200 || each.status() == 404, () -> {
            Answer deleted = http.send("DELETE", address(known), BodyPublishers.noBody());
            tried[0] |= deleted.isToBeTriedAgain();
            return deleted;
        });
        if (answer.status() == 404 && !tried[0]) {
            findings.add(Kind.LOST, "there was nothing to delete of " + known);
        }
        journal.deleted(known.review().mark());
    }

    private URI address(Known known) {
        return installation.query("/api/sessions/" + known.id());
    }
}
