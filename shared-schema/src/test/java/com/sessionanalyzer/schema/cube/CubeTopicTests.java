package com.sessionanalyzer.schema.cube;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CubeTopicTests {

    private static final OrganizationId ACME = new OrganizationId("acme");

    static Stream<CubeKey> keys() {
        return Stream.of(
                new CubeKey.Cell(ACME, 3, LocalDate.of(1969, 12, 31), List.of("EU", "FB Pages", "BQ / é")),
                new CubeKey.Cell(ACME, 0, LocalDate.of(2026, 11, 20), List.of()),
                new CubeKey.Tally(ACME, 3, "customers", ""),
                new CubeKey.Tally(ACME, 3, "customers-by-region", "EU"),
                new CubeKey.Progress(5));
    }

    static Stream<CubeEntry> entries() {
        return Stream.of(
                new CubeEntry.Cell(List.of(1L, 20L, 0L, Long.MAX_VALUE), new TreeMap<>(Map.of(1, 4L, 120, 1L))),
                new CubeEntry.Tally(9),
                new CubeEntry.Progress(41, Instant.ofEpochMilli(1234)));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void readsTheKeysItWrites(CubeKey key) {
        assertThat(CubeKey.decode(key.encode())).isEqualTo(key);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void readsTheEntriesItWrites(CubeEntry entry) {
        assertThat(CubeEntry.decode(entry.encode())).isEqualTo(entry);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "cell", "cell\tx\tacme\t1", "cell\t1\tACME!\t1", "tally\t1\tacme\tcustomers", "other\t1"})
    void refusesWhatIsNoKey(String text) {
        assertThatThrownBy(() -> CubeKey.decode(text.getBytes(UTF_8))).isInstanceOf(UnreadableEventException.class);
    }
}
