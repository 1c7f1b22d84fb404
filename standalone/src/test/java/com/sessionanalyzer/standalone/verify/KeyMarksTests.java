package com.sessionanalyzer.standalone.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyMarksTests {

    private static final int MARKS = 5;

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 5_000, 60_000})
    void countsLikeAMap(int keys) {
        Random random = new Random(keys);
        KeyMarks marks = new KeyMarks();
        Map<String, Byte> expected = new HashMap<>();

        for (int step = 0; step < 3 * keys; step++) {
            String key = "key " + random.nextInt(keys);
            byte mark = (byte) random.nextInt(MARKS);
            marks.set(key.getBytes(StandardCharsets.UTF_8), mark);
            expected.put(key, mark);
        }

        for (byte mark = KeyMarks.NONE + 1; mark < MARKS; mark++) {
            assertThat(marks.count(mark)).isEqualTo(Collections.frequency(expected.values(), mark));
        }
    }
}
