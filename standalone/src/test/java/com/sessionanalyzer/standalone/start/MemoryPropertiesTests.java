package com.sessionanalyzer.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MemoryPropertiesTests {

    @Test
    void takesASecondAndRefusesLess() {
        assertThat(new MemoryProperties(Duration.ofSeconds(1)).quiet()).hasSeconds(1);
        assertThatThrownBy(() -> new MemoryProperties(Duration.ofMillis(999)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("csa.memory.quiet must be 1s or more, was PT0.999S");
    }
}
