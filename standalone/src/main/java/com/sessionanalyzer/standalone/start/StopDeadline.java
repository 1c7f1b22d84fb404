package com.sessionanalyzer.standalone.start;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The promise that stopping takes less than ten seconds: whatever hangs after that is cut off, as a crash would. */
final class StopDeadline {

    private static final long LIMIT = TimeUnit.MILLISECONDS.toNanos(9_500);
    private static final int CUT_OFF = 1;

    private StopDeadline() {}

    static void begin(Consumer<String> say) {
        Thread thread = new Thread(() -> cutOff(say), "stop-deadline");
        thread.setDaemon(true);
        thread.start();
    }

    private static void cutOff(Consumer<String> say) {
        long end = System.nanoTime() + LIMIT;
        while (end - System.nanoTime() > 0) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        say.accept("It did not stop in time and was cut off; nothing that was answered is lost.");
        Runtime.getRuntime().halt(CUT_OFF);
    }
}
