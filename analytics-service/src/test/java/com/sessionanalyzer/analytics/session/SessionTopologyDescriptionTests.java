package com.sessionanalyzer.analytics.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.observe.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;

class SessionTopologyDescriptionTests {

    private static final Path DOCUMENT = Path.of("..", "docs", "topology", "session-analytics.txt");
    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z]+(-[a-z]+)*");

    private final TopologyDescription description =
            new SessionTopology(Duration.ofMillis(50), Traces.NONE).build().describe();

    @Test
    void isTheOneInTheDocumentation() throws IOException {
        assertThat(description.toString().stripTrailing())
                .isEqualTo(Files.readString(DOCUMENT).stripTrailing());
    }

    @Test
    void namesEveryNodeInKebabCase() {
        assertThat(description.subtopologies())
                .singleElement()
                .satisfies(all -> assertThat(all.nodes())
                        .extracting(TopologyDescription.Node::name)
                        .allMatch(name -> KEBAB_CASE.matcher(name).matches()));
    }
}
