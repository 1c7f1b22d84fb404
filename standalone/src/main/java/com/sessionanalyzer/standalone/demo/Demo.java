package com.sessionanalyzer.standalone.demo;

import com.sessionanalyzer.intake.session.SessionDraft;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Posts a year of history once, and then a record every two seconds, until it is interrupted or the process ends. */
public final class Demo implements Runnable {

    static final int HISTORY = 3_000;

    private static final int BATCH = 50;
    private static final Duration PACE = Duration.ofSeconds(2);

    private final CountDownLatch never = new CountDownLatch(1);
    private final Uploads uploads;
    private final Path file;
    private final PrintWriter out;
    private DemoProgress progress;

    /**
     * A demo against the instance at the url.
     *
     * @param file where it keeps how far it came, so that a restart goes on from there
     * @param seed the same seed gives the same records; one that was begun keeps its seed
     */
    public Demo(String url, Path file, long seed, Clock clock, PrintWriter out) {
        this.uploads = new Uploads(url);
        this.file = file;
        this.out = out;
        this.progress = DemoProgress.in(file, seed, clock.instant());
    }

    @Override
    public void run() {
        try {
            DemoSessions sessions = new DemoSessions(progress.seed());
            postHistory(sessions);
            while (!Thread.currentThread().isInterrupted()) {
                pause();
                post(List.of(sessions.review(progress.posted(), null)));
            }
        } catch (IOException failed) {
            say("The demo stopped: " + failed.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void postHistory(DemoSessions sessions) throws IOException, InterruptedException {
        if (progress.posted() >= HISTORY) {
            return;
        }
        DemoYear year = new DemoYear(progress.seed(), progress.begun());
        while (progress.posted() < HISTORY) {
            int from = progress.posted();
            List<SessionDraft> batch = IntStream.range(from, Math.min(from + BATCH, HISTORY))
                    .mapToObj(number -> sessions.review(number, year.at(number, HISTORY)))
                    .toList();
            post(batch);
        }
        say("The demo has posted " + HISTORY + " records of a year; from now on it posts one every " + PACE.toSeconds()
                + " seconds.");
    }

    private void post(List<SessionDraft> batch) throws IOException, InterruptedException {
        while (!uploads.post(batch)) {
            pause();
        }
        progress = progress.plus(batch.size());
        progress.keep(file);
    }

    private void pause() throws InterruptedException {
        never.await(PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void say(String sentence) {
        out.println(sentence);
        out.flush();
    }
}
