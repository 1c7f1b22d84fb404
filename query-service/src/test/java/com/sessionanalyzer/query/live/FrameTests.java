package com.sessionanalyzer.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FrameTests {

    private final Frame frame = Frame.of(7, "insights", "{}".getBytes(StandardCharsets.UTF_8));

    @Test
    void namesTheTraceThatEndsWithItInACommentThatBrowsersIgnore() {
        assertThat(new String(frame.endOf("00-trace-step-01").bytes(), StandardCharsets.UTF_8))
                .isEqualTo(": traceparent 00-trace-step-01\nid: 7\nevent: insights\ndata: {}\n\n");
        assertThat(frame.endOf("00-trace-step-01").version()).isEqualTo(7);
    }

    @Test
    void staysAsItIsWhenNoTraceEndsWithIt() {
        assertThat(frame.endOf(null)).isSameAs(frame);
    }
}
