package com.sessionanalyzer.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.intake.session.BulkFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BenchTests {

    @Test
    void measuresEachFormatToEachDepth() throws IOException {
        List<Rates> rates = new ParseStage().run(5_000, 1);

        assertThat(rates).hasSize(BulkFormat.values().length * ParseStage.Depth.values().length);
        assertThat(rates).allSatisfy(rate -> assertThat(rate.median()).isPositive());
    }

    @ParameterizedTest
    @EnumSource
    void writesTheSameContentForTheSameSeed(BulkFormat format) throws IOException {
        assertThat(content(format, 3)).isEqualTo(content(format, 3)).isNotEqualTo(content(format, 4));
    }

    @Test
    void keepsWhatWasMeasured(@TempDir Path directory) throws IOException {
        Rates rates = new Rates("parse", List.of(3d, 1d, 2d), Map.of("peakMegabytes", 7));

        Path file = new Results(directory).write("parse", 10, List.of(rates));

        assertThat(rates.median()).isEqualTo(2);
        assertThat(Files.readString(file))
                .contains("\"medianPerSecond\" : 2", "\"peakMegabytes\" : 7", "\"records\" : 10");
    }

    @Test
    void comparesRepeatByRepeat() {
        Rates ours = new Rates("ours", List.of(1d, 4d, 3d), Map.of());
        Rates theirs = new Rates("theirs", List.of(2d, 4d, 2d), Map.of());

        assertThat(ours.comparedWith(theirs).costs()).containsEntry("of theirs", 1.0);
    }

    private static byte[] content(BulkFormat format, long seed) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        new Content(format, seed).write(50, content);
        return content.toByteArray();
    }
}
