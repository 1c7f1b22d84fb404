package com.sessionanalyzer.analytics.session;

import com.sessionanalyzer.analytics.cube.CubeTopics;
import com.sessionanalyzer.analytics.cube.CubeTopology;
import com.sessionanalyzer.observe.Traces;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.time.Duration;
import org.apache.kafka.streams.Topology;

/** From {@code session-records} to {@code session-cube} and {@code customer-activity}. */
public final class SessionTopology {

    /** Names the consumer group and the changelog. */
    static final String APPLICATION_ID = SessionTopics.COUNTING_GROUP;

    static final CubeTopics TOPICS = new CubeTopics(
            SessionTopics.RECORDS, SessionTopics.CUBE, SessionTopics.CUSTOMERS, SessionTopics.DEAD_LETTERS);

    private final Duration emitInterval;
    private final Traces traces;

    /**
     * Describes the topology; nothing runs yet.
     *
     * @param emitInterval how often each shard emits what changed
     */
    public SessionTopology(Duration emitInterval, Traces traces) {
        this.emitInterval = emitInterval;
        this.traces = traces;
    }

    public Topology build() {
        return new CubeTopology<>(new SessionCubeDomain(), TOPICS, emitInterval, traces).build();
    }
}
