package com.sessionanalyzer.query.session;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.state.Kept;
import com.sessionanalyzer.query.state.StateOutput;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.cube.CubeEntry;
import com.sessionanalyzer.schema.cube.CubeKey;
import com.sessionanalyzer.schema.session.CustomerEntry.Activity;
import com.sessionanalyzer.schema.session.CustomerKey;
import com.sessionanalyzer.schema.session.SessionCube;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionPartFormatTests {

    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 14);
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

    private final SessionPartFormat format = new SessionPartFormat();

    @TempDir
    Path directory;

    @Test
    void readsAllThatAPartHolds() {
        SessionPart part = part();

        SessionPart read = Kept.again(output -> format.write(part, output), format::read);

        assertThat(read.cells().size()).isEqualTo(2);
        assertThat(read.cells().bytes()).isEqualTo(part.cells().bytes());
        assertThat(read.tallies().total(SessionCube.CUSTOMERS)).isEqualTo(5);
        assertThat(read.tallies().by(SessionCube.customersBy(SessionCube.REGION)))
                .isEqualTo(Map.of("EU", 4L));
        assertThat(read.customers().find("acme.com"))
                .isEqualTo(part.customers().find("acme.com"))
                .isPresent();
        assertThat(read.customers().displayName("acme.com", "nobody")).isEqualTo("Acme.com");
        assertThat(read.customers().size()).isEqualTo(2);
        assertThat(read.facts().size()).isEqualTo(1);
        assertThat(read.facts().firstDay()).isEqualTo(part.facts().firstDay());
    }

    @Test
    void goesOnWithWhatItRead() {
        SessionPart read = Kept.again(output -> format.write(part(), output), format::read);

        add(read);

        assertThat(read.cells().size()).isEqualTo(2);
        assertThat(read.customers().size()).isEqualTo(2);
        assertThat(read.facts().size()).isEqualTo(1);
    }

    /**
     * Files of another version are not read, and those of the same must be the same: who changes what is written sees this fail,
     * and must raise the format's version together with the checksum.
     */
    @Test
    void writesWhatItsVersionSays() throws IOException {
        Path file = directory.resolve("part.state");
        try (StateOutput output = StateOutput.to(file)) {
            output.text(format.version());
            format.write(part(), output);
            output.end();
        }
        byte[] bytes = Files.readAllBytes(file);

        assertThat(HexFormat.of().formatHex(bytes, bytes.length - Integer.BYTES, bytes.length))
                .isEqualTo("8c1cef8e");
    }

    private static SessionPart part() {
        SessionPart part = SessionPart.empty();
        add(part);
        return part;
    }

    private static void add(SessionPart part) {
        part.cells()
                .set(
                        new CubeKey.Cell(ACME, 1, DAY, List.of("EU", "MySQL", "BigQuery")),
                        new CubeEntry.Cell(List.of(2L, 6L, 1L, 15L), new TreeMap<>(Map.of(15, 1L))));
        part.cells()
                .set(
                        new CubeKey.Cell(ACME, 2, DAY, List.of("APAC", "MySQL", "BigQuery")),
                        new CubeEntry.Cell(List.of(1L, 3L, 0L, 0L), new TreeMap<>()));
        part.tallies().set(new CubeKey.Tally(ACME, 1, SessionCube.CUSTOMERS, ""), new CubeEntry.Tally(5));
        part.tallies()
                .set(
                        new CubeKey.Tally(ACME, 1, SessionCube.customersBy(SessionCube.REGION), "EU"),
                        new CubeEntry.Tally(4));
        part.customers().set("acme.com", new Activity("Acme.com", 2, 6, 15, NOON, NOON, NOON, new UUID(3, 4), null));
        part.customers().set(new CustomerKey.Route(ACME, "acme.com", "EU", "MySQL", "BigQuery"), 2);
        part.customers().set(new CustomerKey.Route(ACME, "beta.com", "EU", "MySQL", "S3"), 1);
        SessionRecord session = aSession().id(new UUID(1, 2)).build();
        part.facts().set(1, 2, SessionFacts.fact(session));
    }
}
