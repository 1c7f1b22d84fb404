package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.cube.LiveCube;
import com.sessionanalyzer.query.cube.MeasuredChanges;
import com.sessionanalyzer.query.facts.Fact;
import com.sessionanalyzer.query.position.PositionGate;
import com.sessionanalyzer.schema.OrganizationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;
import org.springframework.context.ApplicationContext;

/** The cube of session records, filled without topics. */
@NullMarked
public final class MeasuredCube {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final LiveCube<SessionPart> cube;
    private final SessionSnapshots snapshots;
    private final MeasuredChanges<SessionPart> changes;

    private MeasuredCube(LiveCube<SessionPart> cube, SessionSnapshots snapshots, OrganizationId organization) {
        this.cube = cube;
        this.snapshots = snapshots;
        this.changes = new MeasuredChanges<>(cube, organization);
    }

    /** One of its own, without records. */
    public static MeasuredCube empty(OrganizationId organization) {
        LiveCube<SessionPart> cube = new LiveCube<>(SessionPart::empty);
        return new MeasuredCube(cube, new SessionSnapshots(cube, new PositionGate(1), PATIENCE), organization);
    }

    /** That of a service which has been started and is loaded. */
    public static MeasuredCube of(ApplicationContext service, OrganizationId organization) {
        return new MeasuredCube(
                service.getBean(SessionCubeReader.class).cube(), service.getBean(SessionSnapshots.class), organization);
    }

    /** A record that is set, or taken away. */
    public record Changed(long idHigh, long idLow, Fact fact, boolean isRemoved) {}

    /** Applies changes as one batch. */
    public void apply(List<Changed> batch) {
        List<Consumer<SessionPart>> effects = new ArrayList<>();
        for (Changed changed : batch) {
            effects.add(
                    changed.isRemoved()
                            ? part -> part.facts()
                                    .remove(
                                            changed.idHigh(),
                                            changed.idLow(),
                                            changed.fact().subject())
                            : part -> part.facts().set(changed.idHigh(), changed.idLow(), changed.fact()));
        }
        changes.apply(effects);
    }

    public boolean isReady() {
        return cube.isReady();
    }

    public SessionSnapshots snapshots() {
        return snapshots;
    }

    /** Records in memory. */
    public long records() {
        return cube.sum(part -> part.facts().size());
    }

    /** Their bytes, as the product's own metric has them. */
    public long bytes() {
        return cube.sum(part -> part.facts().bytes());
    }
}
