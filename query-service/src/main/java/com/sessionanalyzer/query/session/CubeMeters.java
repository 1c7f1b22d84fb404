package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.cube.LiveCube;
import com.sessionanalyzer.schema.session.SessionTopics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/** How large the cube in memory is. */
record CubeMeters(LiveCube<SessionPart> cube) implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry registry) {
        Tags domain = Tags.of("domain", SessionTopics.DOMAIN);
        Gauge.builder(
                        "csa.cube.cells",
                        cube,
                        whole -> whole.sum(part -> part.cells().size()))
                .description("Cells in memory, emptied ones included")
                .tags(domain)
                .register(registry);
        Gauge.builder(
                        "csa.cube.cell.bytes",
                        cube,
                        whole -> whole.sum(part -> part.cells().bytes()))
                .description("Memory of the cells")
                .tags(domain)
                .register(registry);
        Gauge.builder(
                        "csa.cube.customers",
                        cube,
                        whole -> whole.sum(part -> part.customers().size()))
                .description("Customers in memory")
                .tags(domain)
                .register(registry);
        Gauge.builder(
                        "csa.cube.facts",
                        cube,
                        whole -> whole.sum(part -> part.facts().size()))
                .description("Records in memory")
                .tags(domain)
                .register(registry);
        Gauge.builder(
                        "csa.cube.fact.bytes",
                        cube,
                        whole -> whole.sum(part -> part.facts().bytes()))
                .description("Memory of the records")
                .tags(domain)
                .register(registry);
        Gauge.builder("csa.cube.ready", cube, whole -> whole.isReady() ? 1 : 0)
                .description("1 once the cube is loaded")
                .tags(domain)
                .register(registry);
    }
}
