package com.sessionanalyzer.query.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFileTests {

    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00.123456789Z");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 131_071, 131_072, 300_001})
    void readsWhatWasWrittenAcrossTheEdgesOfItsBuffer(int size) throws IOException {
        Random random = new Random(size);
        int[] ints = random.ints(size).toArray();
        long[] longs = random.longs(size).toArray();
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        char[] chars = "ü".repeat(size).toCharArray();
        Path file = directory.resolve("all.state");

        try (StateOutput output = StateOutput.to(file)) {
            output.number(-1).longNumber(Long.MIN_VALUE).instant(NOON).text("Zürich");
            output.bytes(bytes)
                    .ints(ints, size)
                    .chars(chars, size)
                    .longs(longs, size)
                    .number(7);
            assertThat(output.end()).isEqualTo(Files.size(file));
        }

        try (StateInput input = StateInput.of(file)) {
            assertThat(input.number()).isEqualTo(-1);
            assertThat(input.longNumber()).isEqualTo(Long.MIN_VALUE);
            assertThat(input.instant()).isEqualTo(NOON);
            assertThat(input.text()).isEqualTo("Zürich");
            assertThat(input.bytes()).isEqualTo(bytes);
            assertThat(input.ints()).isEqualTo(ints);
            assertThat(input.chars()).isEqualTo(chars);
            assertThat(input.longs()).isEqualTo(longs);
            assertThat(input.number()).isEqualTo(7);
        }
    }

    @Test
    void makesRoomForMoreThanWasWritten() {
        int[] read = Kept.again(output -> output.ints(new int[] {3, 4, 5}, 2), input -> input.ints(4));

        assertThat(read).containsExactly(3, 4, 0, 0);
    }

    @Test
    void finishesAFileOrLeavesTheOneBeforeAsItIs() throws IOException {
        Path file = directory.resolve("one.state");
        write(file, 1);

        try (StateOutput output = StateOutput.to(file)) {
            output.number(2);
        }

        try (StateInput input = StateInput.of(file)) {
            assertThat(input.number()).isEqualTo(1);
        }
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void refusesAFileThatWasCutOffAnywhere() throws IOException {
        Path file = directory.resolve("cut.state");
        write(file, 1);
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> StateInput.of(file))
                    .withMessageEndingWith("cut.state is damaged or was cut off");
        }
    }

    @Test
    void refusesAFileOfWhichAnyBitIsAnother() throws IOException {
        Path file = directory.resolve("torn.state");
        write(file, 1);
        byte[] whole = Files.readAllBytes(file);

        for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
            byte[] torn = whole.clone();
            torn[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Files.write(file, torn);
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> StateInput.of(file));
        }
    }

    @Test
    void endsWhereMoreIsReadThanThereIs() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> {
                    Path file = directory.resolve("short.state");
                    write(file, 1);
                    try (StateInput input = StateInput.of(file)) {
                        input.number();
                        input.longNumber();
                    }
                })
                .withMessage("a state ends too early");
    }

    private static void write(Path file, int number) throws IOException {
        try (StateOutput output = StateOutput.to(file)) {
            output.number(number);
            output.end();
        }
    }
}
