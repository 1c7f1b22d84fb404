package com.sessionanalyzer.analytics.cube;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A second domain, to try the engine without sessions: who visited which museum, keyed {@code visitor/number}. */
record Visit(String visitor, String museum) {

    static final class Domain implements CubeDomain<Visit, Long> {

        @Override
        public String name() {
            return "visit";
        }

        @Override
        public @Nullable Visit read(byte[] key, byte @Nullable [] value) {
            String[] parts = new String(key, UTF_8).split("/", -1);
            if (parts.length != 2) {
                throw new UnreadableEventException("no visitor");
            }
            if (value == null) {
                return null;
            }
            if (value.length == 0) {
                throw new UnreadableEventException("no museum");
            }
            return new Visit(parts[0], new String(value, UTF_8));
        }

        @Override
        public Contribution contribution(Visit visit) {
            return new Contribution(
                    new Place(new OrganizationId("city"), LocalDate.EPOCH, List.of(visit.museum)), Counts.of(1));
        }

        @Override
        public Subjects<Visit, Long> subjects() {
            return new Visitors();
        }

        @Override
        public Set<TallyName> fates(Change<Visit> change) {
            return change.before() == null ? Set.of(new TallyName("arrived", "")) : Set.of();
        }
    }

    /** Counts the visits of each visitor. */
    private static final class Visitors implements Subjects<Visit, Long> {

        @Override
        public EntryKey key(Visit visit) {
            return new Name(visit.visitor);
        }

        @Override
        public byte[] recordPrefix(Visit visit) {
            return (visit.visitor + "/").getBytes(UTF_8);
        }

        @Override
        public @Nullable Long fold(@Nullable Long state, Change<Visit> change, Supplier<Stream<Visit>> live) {
            try (Stream<Visit> visits = live.get()) {
                long count = visits.count();
                return count == 0 ? null : count;
            }
        }

        @Override
        public Set<TallyName> talliesOf(Long state) {
            return Set.of(new TallyName("visitors", ""));
        }

        @Override
        public List<TallyName> talliesWith(Visit visit) {
            return List.of(new TallyName("visitors-by-museum", visit.museum));
        }

        @Override
        public EntryKey part(Visit visit) {
            return new Name(visit.visitor + " in " + visit.museum);
        }

        @Override
        public byte[] encodePart(long records) {
            return encode(records);
        }

        @Override
        public long decodePart(byte[] entry) {
            return decode(entry);
        }

        @Override
        public byte[] encode(Long state) {
            return state.toString().getBytes(UTF_8);
        }

        @Override
        public Long decode(byte[] entry) {
            return Long.valueOf(new String(entry, UTF_8));
        }

        @Override
        public byte[] progressKey(int shard) {
            return ("progress " + shard).getBytes(UTF_8);
        }

        @Override
        public byte[] progress(long offset, Instant asOf) {
            return (offset + " " + asOf).getBytes(UTF_8);
        }
    }

    /** Of an entry. */
    private record Name(String text) implements EntryKey {

        @Override
        public byte[] encode() {
            return text.getBytes(UTF_8);
        }
    }
}
