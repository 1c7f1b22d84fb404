package com.sessionanalyzer.torture;

import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.torture.Findings.Kind;

/** Looks at the numbers again and again: they never go back, and at one position they are always the same. */
final class Reader implements Client {

    private final Installation installation;
    private final Http http;
    private final Turnstile turnstile;
    private final Findings findings;
    private Position last = Position.BEGINNING;
    private String body = "";
    private long reads;

    Reader(Installation installation, Http http, Turnstile turnstile, Findings findings) {
        this.installation = installation;
        this.http = http;
        this.turnstile = turnstile;
        this.findings = findings;
    }

    @Override
    public String name() {
        return "reader";
    }

    long reads() {
        return reads;
    }

    @Override
    public void step() throws InterruptedException {
        Answer answer = http.get(installation.query("/api/insights?limit=0"), Position.HEADER, last.toString());
        if (answer.status() == 200) {
            reads++;
            look(answer);
        } else if (!answer.isToBeTriedAgain()) {
            findings.add(Kind.UNEXPECTED, "the reader was answered with " + answer.status() + ": " + answer.body());
        }
        turnstile.pause(40);
    }

    private void look(Answer answer) {
        Position now = answer.position();
        if (!now.contains(last)) {
            findings.add(Kind.BACKWARDS, "the numbers were at " + last + ", then at " + now);
        }
        if (now.equals(last) && !body.isEmpty() && !body.equals(answer.body())) {
            findings.add(Kind.BACKWARDS, "at " + now + " the numbers were " + body + ", then " + answer.body());
        }
        last = now;
        body = answer.body();
    }
}
