package com.sessionanalyzer.standalone.load;

import java.io.PrintWriter;
import java.util.Locale;

/** Says what became of a load. */
final class LoadReport {

    private static final double MEGABYTE = 1e6;

    private final PrintWriter out;

    LoadReport(PrintWriter out) {
        this.out = out;
    }

    void interrupted(Sent sent) {
        say("Interrupted: " + sent.progress().records() + " records of "
                + sent.name().name() + " are sent. Run it again to go on.");
    }

    void interrupted(Settled settled) {
        say("Interrupted: all records are sent, and " + settled.received() + " of them settled.");
    }

    void sent(Sent sent, double seconds) {
        Progress progress = sent.progress();
        Progress already = sent.already();
        if (!sent.isNews()) {
            say(sent.name().name()
                    + (progress.records() == 0
                            ? " has no records."
                            : " is already loaded: " + progress.records() + " records."));
            return;
        }
        if (already.records() > 0) {
            say(already.records() + " records of " + sent.name().name() + " were sent before.");
        }
        long records = progress.records() - already.records();
        say(String.format(
                Locale.ROOT,
                "%d records of %s sent: %,.1f MB in %.1f s, %,.0f records/s.",
                records,
                sent.name().name(),
                (progress.bytes() - already.bytes()) / MEGABYTE,
                seconds,
                records / seconds));
    }

    void settled(Settled settled, Sent sent, String url) {
        say(settled.received() + " records settled: " + settled.recorded() + " recorded, " + settled.replayed()
                + " replayed, " + settled.rejected() + " rejected.");
        settled.reasons().forEach((reason, count) -> say(count + " " + reason));
        if (settled.rejected() > 0) {
            say("They are at " + url + "/rejects?delivery=" + sent.delivery());
        }
    }

    private void say(String sentence) {
        out.println(sentence);
        out.flush();
    }
}
