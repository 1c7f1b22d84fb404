package com.sessionanalyzer.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        List<Measured> rates = new ParseStage().run(setting(5_000));

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
        Measured rates = new Measured("parse", List.of(3d, 1d, 2d), Map.of("peakMegabytes", 7));

        Path file = new Results(directory).write("parse", setting(10), List.of(rates));

        assertThat(rates.median()).isEqualTo(2);
        assertThat(Files.readString(file))
                .contains("\"median\" : 2.0", "\"unit\" : \"records/s\"", "\"peakMegabytes\" : 7", "\"records\" : 10");
    }

    @Test
    void comparesRepeatByRepeat() {
        Measured ours = new Measured("ours", List.of(1d, 4d, 3d), Map.of());
        Measured theirs = new Measured("theirs", List.of(2d, 4d, 2d), Map.of());

        assertThat(ours.comparedWith(theirs).costs()).containsEntry("of theirs", 1.0);
    }

    @Test
    void namesTheStagesThereAreWhenAskedForAnother() {
        assertThatThrownBy(() -> Stages.named("pasre"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one of parse, ")
                .hasMessageContaining("'pasre'");
    }

    @Test
    void givesEachStageANameOfItsOwn() {
        assertThat(Stages.ALL).extracting(Stage::name).doesNotHaveDuplicates();
    }

    private static Setting setting(long records) {
        return new Setting(records, 1, 0, Setting.Scope.INGEST, List.of(), List.of());
    }

    private static byte[] content(BulkFormat format, long seed) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        new Content(format, seed).write(50, content);
        return content.toByteArray();
    }
}
