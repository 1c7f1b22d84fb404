package com.sessionanalyzer.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTests {

    @Test
    void printsWhatItParses() {
        assertThat(Position.parse("3@88,0@12")).hasToString("0@12,3@88");
        assertThat(Position.parse("")).isEqualTo(Position.BEGINNING).hasToString("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0@", "@1", "0@1,", "0@-1", "0@1;1@2", "0@1 ", "0@1234567890123456789"})
    void refusesWhatIsNoPosition(String text) {
        assertThatThrownBy(() -> Position.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0@12,3@88");
    }

    @Test
    void refusesAnEndlessText() {
        assertThatThrownBy(() -> Position.parse("0@1,".repeat(10_000) + "0@1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void parsesAsManyPartitionsAsFit() {
        assertThat(Position.parse("7@1," + "7@2,".repeat(2_000) + "8@3")).hasToString("7@2,8@3");
    }

    @Test
    void mergesToTheFurthestOffsetOfEachPartition() {
        Position merged =
                Position.parse("0@5,1@7").and(Position.parse("1@3,2@9")).and(0, 6);

        assertThat(merged).hasToString("0@6,1@7,2@9");
    }

    @Test
    void containsWhatIsNotAheadOfIt() {
        Position position = Position.parse("0@5,1@7");

        assertThat(position.contains(Position.BEGINNING)).isTrue();
        assertThat(position.contains(Position.of(0, 5))).isTrue();
        assertThat(position.contains(Position.of(0, 6))).isFalse();
        assertThat(position.contains(Position.of(2, 0))).isFalse();
    }
}
