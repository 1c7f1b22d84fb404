package com.sessionanalyzer.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class WrkTests {

    private static final String OUTPUT = """
            Running 10s test @ http://127.0.0.1:8081
              1 threads and 64 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency     3.42ms    2.10ms  41.50ms   90.12%
                Req/Sec    19.45k     1.70k   22.00k    75.00%
              Latency Distribution
                 50%    2.90ms
                 75%    3.80ms
                 90%    5.10ms
                 99%  981.00us
              194512 requests in 10.05s, 61.20MB read
            """;

    @Test
    void readsHowManyWereAnsweredAndHowLongMostTook() throws IOException {
        assertThat(Wrk.said(OUTPUT)).isEqualTo(new Wrk.Said(194_512, 10.05e9, 0.981));
    }

    @Test
    void countsNothingWhenSomeWereRefused() {
        assertThatThrownBy(() -> Wrk.said(OUTPUT + "  Non-2xx or 3xx responses: 12\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not every post was answered with success");
    }

    @Test
    void countsNothingWhenSomeWereNotAnswered() {
        assertThatThrownBy(() -> Wrk.said(OUTPUT + "  Socket errors: connect 0, read 0, write 0, timeout 3\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not every post was answered with success");
    }
}
