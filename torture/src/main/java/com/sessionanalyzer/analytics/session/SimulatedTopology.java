package com.sessionanalyzer.analytics.session;

import com.sessionanalyzer.analytics.cube.Change;
import com.sessionanalyzer.analytics.cube.Contribution;
import com.sessionanalyzer.analytics.cube.CubeDomain;
import com.sessionanalyzer.analytics.cube.CubeTopology;
import com.sessionanalyzer.analytics.cube.Subjects;
import com.sessionanalyzer.analytics.cube.TallyName;
import com.sessionanalyzer.observe.Traces;
import com.sessionanalyzer.schema.session.CustomerEntry.Activity;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The real topology on stores of the simulation; or one with a fault, to show that it would be found. */
@NullMarked
public final class SimulatedTopology {

    private SimulatedTopology() {}

    public static Topology build(Duration emitInterval, Function<String, KeyValueBytesStoreSupplier> stores) {
        return new CubeTopology<>(new SessionCubeDomain(), SessionTopology.TOPICS, emitInterval, Traces.NONE, stores)
                .build();
    }

    /** Takes a deletion for what the record said last. */
    public static Topology deaf(Duration emitInterval, Function<String, KeyValueBytesStoreSupplier> stores) {
        return new CubeTopology<>(
                        new Deaf(new SessionCubeDomain()), SessionTopology.TOPICS, emitInterval, Traces.NONE, stores)
                .build();
    }

    /** Does not hear when something ends. */
    private record Deaf(SessionCubeDomain domain, Map<Integer, SessionRecord> heard)
            implements CubeDomain<SessionRecord, Activity> {

        private Deaf(SessionCubeDomain domain) {
            this(domain, new HashMap<>());
        }

        @Override
        public String name() {
            return domain.name();
        }

        @Override
        public @Nullable SessionRecord read(byte[] key, byte @Nullable [] value) {
            SessionRecord record = domain.read(key, value);
            if (record == null) {
                return heard.get(Arrays.hashCode(key));
            }
            heard.put(Arrays.hashCode(key), record);
            return record;
        }

        @Override
        public Contribution contribution(SessionRecord record) {
            return domain.contribution(record);
        }

        @Override
        public Subjects<SessionRecord, Activity> subjects() {
            return domain.subjects();
        }

        @Override
        public Set<TallyName> fates(Change<SessionRecord> change) {
            return domain.fates(change);
        }
    }
}
