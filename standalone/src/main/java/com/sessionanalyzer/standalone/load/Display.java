package com.sessionanalyzer.standalone.load;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Says how far something has come: a bar that moves on a terminal, a line now and then elsewhere. */
final class Display {

    private static final int WIDTH = 24;
    private static final double NANOS = 1e9;
    private static final double MEGABYTE = 1e6;
    private static final double BAR_EVERY = 0.2;
    private static final double LINE_EVERY = 5;

    private final PrintWriter out;
    private final Manner manner;
    private final LongSupplier nanoTime;
    private final long begun;
    private double shown;

    Display(PrintWriter out, Manner manner, LongSupplier nanoTime) {
        this.out = out;
        this.manner = manner;
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

    /** How to show progress. */
    enum Manner {
        BAR,
        LINES,
        NOTHING
    }

    /**
     * Shows how far it is, unless that was shown just now.
     *
     * @param share from 0 to 1, negative when not known
     */
    void show(String what, long records, long bytes, double share) {
        double seconds = seconds();
        double every = manner == Manner.BAR ? BAR_EVERY : LINE_EVERY;
        if (manner == Manner.NOTHING || seconds - shown < every) {
            return;
        }
        shown = seconds;
        String line = line(what, records, bytes, share, seconds);
        out.print(manner == Manner.BAR ? "\r" + bar(share) + line + "\u001B[K" : line + System.lineSeparator());
        out.flush();
    }

    /** Takes the bar away. */
    void end() {
        if (manner == Manner.BAR) {
            out.print("\r\u001B[K");
            out.flush();
        }
    }

    double seconds() {
        return (nanoTime.getAsLong() - begun) / NANOS;
    }

    private static String bar(double share) {
        if (share < 0) {
            return "";
        }
        int full = (int) (share * WIDTH);
        return "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] ";
    }

    private static String line(String what, long records, long bytes, double share, double seconds) {
        String line = String.format(Locale.ROOT, "%s %,d records", what, records);
        line += bytes < 0 ? "" : String.format(Locale.ROOT, ", %,.0f MB", bytes / MEGABYTE);
        line += String.format(Locale.ROOT, ", %,.0f/s", records / seconds);
        return share <= 0
                ? line
                : line + String.format(Locale.ROOT, ", %.0f %%, %s left", share * 100, left(share, seconds));
    }

    private static String left(double share, double seconds) {
        long left = Math.round(seconds * (1 - share) / share);
        return left < 60 ? left + " s" : String.format(Locale.ROOT, "%d:%02d min", left / 60, left % 60);
    }
}
