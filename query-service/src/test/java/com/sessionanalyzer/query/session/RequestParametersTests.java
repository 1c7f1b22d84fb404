package com.sessionanalyzer.query.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.Position;
import org.junit.jupiter.api.Test;

class RequestParametersTests {

    @Test
    void requiresWhatParameterAndHeaderRequire() {
        assertThat(RequestParameters.after("0@5", "0@3,1@7")).isEqualTo(Position.parse("0@5,1@7"));
    }
}
