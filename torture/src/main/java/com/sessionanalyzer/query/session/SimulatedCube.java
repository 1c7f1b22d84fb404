package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.cube.LiveCube;
import com.sessionanalyzer.query.cube.SimulatedReading;
import com.sessionanalyzer.query.kafka.KafkaContact;
import com.sessionanalyzer.query.position.PositionGate;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.NullMarked;

/** The real cube of the query service and the insights that are read from it, fed by the simulation. */
@NullMarked
public final class SimulatedCube {

    private final LiveCube<SessionPart> cube = new LiveCube<>(SessionPart::empty);
    private final SimulatedReading<SessionPart> reading =
            new SimulatedReading<>(SessionCubeTopics.all(), SessionPart::empty, cube);
    private final CubeInsights insights =
            new CubeInsights(cube, new PositionGate(1), Duration.ZERO, 1_000, new KafkaContact(Duration.ofDays(1)));

    /** Starts over, as a process that was started again. */
    public void load(Iterable<ConsumerRecord<byte[], byte[]>> all) {
        reading.load(all);
    }

    public void take(ConsumerRecord<byte[], byte[]> entry) {
        reading.take(entry);
    }

    /** What is shown, and exactly which records it contains. */
    public record Shown(Position position, String json) {}

    public Shown show(OrganizationId organization) {
        Insights shown = insights.read(organization, Position.BEGINNING, 0);
        return new Shown(shown.position(), new String(InsightsJson.encode(shown), StandardCharsets.UTF_8));
    }

    public Position position(OrganizationId organization) {
        return cube.ask(organization, edition -> edition.position());
    }
}
