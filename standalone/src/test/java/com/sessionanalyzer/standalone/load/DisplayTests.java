package com.sessionanalyzer.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DisplayTests {

    private final StringWriter out = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void movesABarOnATerminal() {
        Display display = display(Display.Manner.BAR);

        nanos.set(TimeUnit.SECONDS.toNanos(10));
        display.show("Sent", 2_500_000, 750_000_000, 0.25);
        display.end();

        assertThat(out)
                .hasToString("\r[######------------------] Sent 2,500,000 records, 750 MB, 250,000/s, 25 %, 30 s left"
                        + "\u001B[K\r\u001B[K");
    }

    @Test
    void writesALineNowAndThenElsewhere() {
        Display display = display(Display.Manner.LINES);

        for (int second = 1; second <= 12; second++) {
            nanos.set(TimeUnit.SECONDS.toNanos(second));
            display.show("Settled", second, -1, second / 1000.0);
        }

        assertThat(out.toString().lines())
                .containsExactly(
                        "Settled 5 records, 1/s, 1 %, 16:35 min left", "Settled 10 records, 1/s, 1 %, 16:30 min left");
    }

    @Test
    void saysNothingWhenItIsToBeQuiet() {
        Display display = display(Display.Manner.NOTHING);

        nanos.set(TimeUnit.SECONDS.toNanos(60));
        display.show("Sent", 1, 1, -1);
        display.end();

        assertThat(out).asString().isEmpty();
    }

    private Display display(Display.Manner manner) {
        return new Display(new PrintWriter(out, true), manner, nanos::get);
    }
}
