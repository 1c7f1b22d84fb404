package com.sessionanalyzer.analytics.cube;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.UnreadableEventException;
import com.sessionanalyzer.schema.cube.PartCounts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A second domain, to try the engine without sessions: who visited which museum, keyed {@code visitor/number}. */
record Visit(String visitor, String museum) {

    private static final int MOST_MUSEUMS = 3;

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
        public List<String> part(Visit visit) {
            return List.of(visit.museum);
        }

        @Override
        public TallyName tallyWith(int position, String museum) {
            return new TallyName("visitors-by-museum", museum);
        }

        @Override
        public int mostParts() {
            return MOST_MUSEUMS;
        }

        @Override
        public EntryKey partKey(Visit visit, List<String> part) {
            return new Name(visit.visitor + " in " + part.get(0));
        }

        @Override
        public byte[] encodePart(long records) {
            return Long.toString(records).getBytes(UTF_8);
        }

        @Override
        public long decodePart(byte[] entry) {
            return Long.parseLong(new String(entry, UTF_8));
        }

        /** As in {@code 3 Louvre=2 Prado=1}, or without museums as in {@code 3} when they are entries of their own. */
        @Override
        public byte[] encode(SubjectEntry<Long> visitor) {
            StringBuilder text = new StringBuilder().append(visitor.state());
            if (visitor.parts() != null) {
                visitor.parts()
                        .forEach((museum, visits) -> text.append(' ')
                                .append(museum.get(0))
                                .append('=')
                                .append(visits));
            }
            return text.toString().getBytes(UTF_8);
        }

        @Override
        public SubjectEntry<Long> decode(byte[] entry) {
            String[] words = new String(entry, UTF_8).split(" ", -1);
            PartCounts museums = new PartCounts(1);
            for (int word = 1; word < words.length; word++) {
                String[] visits = words[word].split("=", -1);
                museums.add(List.of(visits[0]), Long.parseLong(visits[1]), PartCounts.ValueListener.NONE);
            }
            return new SubjectEntry<>(Long.valueOf(words[0]), words.length == 1 ? null : museums);
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
