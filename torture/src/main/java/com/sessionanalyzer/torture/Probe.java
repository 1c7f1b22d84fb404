package com.sessionanalyzer.torture;

import com.sessionanalyzer.schema.Position;
import java.util.Random;

/** A record that is posted, counted and shown: the whole way works again. */
final class Probe {

    private final Installation installation;
    private final Http http;
    private final Journal journal;
    private final Random random;
    private final String mark;

    Probe(Installation installation, Http http, Journal journal, long seed, String mark) {
        this.installation = installation;
        this.http = http;
        this.journal = journal;
        this.random = new Random(seed);
        this.mark = mark;
    }

    /** Returns when numbers and rows contain a record that was posted after the call. */
    void passThrough() throws InterruptedException {
        Review review = Review.random(mark, random);
        journal.sent(mark, review.sessions());
        Answer posted = http.until(
                each -> each.status() == 201,
                () -> http.post(installation.upload(), review.json(), mark.replace(' ', '-')));
        journal.recorded(mark, review.sessions());
        String position = posted.position().toString();
        String id = posted.json().path("data").path("id").asString();
        http.until(
                each -> each.status() == 200 && each.position().contains(posted.position()),
                () -> http.get(installation.query("/api/insights?limit=1"), Position.HEADER, position));
        http.until(
                each -> each.status() == 200,
                () -> http.get(installation.query("/api/sessions/" + id), Position.HEADER, position));
    }
}
