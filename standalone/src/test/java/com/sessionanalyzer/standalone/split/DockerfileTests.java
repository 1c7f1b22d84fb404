package com.sessionanalyzer.standalone.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is promised of the image, held against the file that makes it. */
class DockerfileTests {

    private static final Path ROOT = Path.of("..");

    private List<String> instructions;

    @BeforeEach
    void read() throws IOException {
        String file = Files.readString(ROOT.resolve("Dockerfile"));
        instructions = file.replaceAll("(?m)^#.*\n", "")
                .replaceAll("\\s*\\\\\n\\s*", " ")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    @Test
    void startsFromPinnedImagesAndRunsInTheSmallerOne() {
        assertThat(all("FROM"))
                .containsExactly("eclipse-temurin:${JAVA}-jdk AS build", "eclipse-temurin:${JAVA}-jre AS service");
        assertThat(all("ARG")).contains("JAVA=25.0.3_9");
    }

    @Test
    void fetchesNothingButWithTheBuildTool() {
        assertThat(all("ADD")).isEmpty();
        assertThat(all("RUN")).noneMatch(command -> command.matches(".*\\b(curl|wget|apt-get|sudo|chmod 777)\\b.*"));
        assertThat(all("RUN"))
                .anyMatch(command ->
                        command.matches("--mount=type=cache,target=(/var/cache/\\w+) .*:-\\1}\" && \\./mvnw .*"));
    }

    @Test
    void copiesItsLayersFromWhatChangesLeastToWhatChangesMost() {
        assertThat(all("COPY").stream().filter(copy -> copy.startsWith("--from=build")))
                .containsExactly(
                        "--from=build /layers/${SERVICE}/dependencies/ ./",
                        "--from=build /layers/${SERVICE}/spring-boot-loader/ ./",
                        "--from=build /layers/${SERVICE}/snapshot-dependencies/ ./",
                        "--from=build /layers/${SERVICE}/application/ ./");
    }

    @Test
    void runsAsNobodyInParticularWithoutAShellInBetween() {
        assertThat(all("USER")).containsExactly("10001:10001");
        assertThat(instructions.indexOf("USER 10001:10001"))
                .isGreaterThan(indexOf("RUN", instructions.size()))
                .isLessThan(indexOf("ENTRYPOINT", instructions.size()));
        assertThat(all("ENTRYPOINT"))
                .singleElement()
                .asString()
                .startsWith("[\"java\", ")
                .endsWith("\"service.jar\"]");
    }

    @Test
    void saysWhenItIsReady() throws IOException {
        assertThat(all("HEALTHCHECK")).singleElement().asString().endsWith("CMD [\"healthy\"]");
        assertThat(Files.readString(ROOT.resolve("deploy/healthy"))).contains("GET /readyz");
        assertThat(Files.isExecutable(ROOT.resolve("deploy/healthy"))).isTrue();
    }

    @Test
    void runsWithTheOptionsOfTheLauncher() throws IOException {
        String launcher = Files.readString(ROOT.resolve("csa"));
        List<String> options = Files.readAllLines(ROOT.resolve("deploy/service/jvm.options"));

        assertThat(List.of(
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dfile.encoding=UTF-8"))
                .allSatisfy(option -> assertThat(launcher).contains(option))
                .allSatisfy(option -> assertThat(options).contains(option));
        assertThat(all("ENTRYPOINT")).singleElement().asString().contains("\"@jvm.options\"");
    }

    @Test
    void rehearsesAStartWithTheOptionsThatItStartsWith() {
        assertThat(all("RUN"))
                .anyMatch(command ->
                        command.contains("java @jvm.options @rehearsal.options -XX:AOTCacheOutput=service.aot"));
        assertThat(all("ENTRYPOINT")).singleElement().asString().contains("\"-XX:AOTCache=service.aot\"");
    }

    private List<String> all(String instruction) {
        return instructions.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1).strip())
                .toList();
    }

    private int indexOf(String instruction, int before) {
        int last = -1;
        for (int i = 0; i < before; i++) {
            last = instructions.get(i).startsWith(instruction + " ") ? i : last;
        }
        return last;
    }
}
