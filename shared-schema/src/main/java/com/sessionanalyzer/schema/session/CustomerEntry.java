package com.sessionanalyzer.schema.session;

import com.sessionanalyzer.schema.AvroCodec;
import com.sessionanalyzer.schema.AvroInput;
import com.sessionanalyzer.schema.AvroOutput;
import com.sessionanalyzer.schema.UnreadableEventException;
import com.sessionanalyzer.schema.cube.PartCounts;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * Value of {@code customer-activity}: what a customer's live records add up to, how many of them share a route, or the
 * progress of a shard.
 */
public sealed interface CustomerEntry {

    /**
     * All live records of one customer, summed.
     *
     * @param displayName spelling of the record created first ({@code firstCreated}, then {@code firstId}) of those that
     *                    spell the customer's own name; of all when none does, as after a merge
     * @param first       earliest event time
     * @param last        latest event time
     * @param routes      how many of the records have each region, source and destination; null when these are entries of
     *                    their own, {@link Visits}, as for a customer with very many routes, and in earlier versions
     */
    record Activity(
            String displayName,
            long records,
            long sessions,
            long minutes,
            Instant first,
            Instant last,
            Instant firstCreated,
            UUID firstId,
            @Nullable PartCounts routes)
            implements CustomerEntry {

        /** The same with these routes, or with none of its own. */
        public Activity with(@Nullable PartCounts other) {
            return new Activity(displayName, records, sessions, minutes, first, last, firstCreated, firstId, other);
        }

        @Override
        public byte[] encode() {
            AvroOutput out = Codec.output(Codec.ACTIVITY)
                    .text(displayName)
                    .number(records)
                    .number(sessions)
                    .number(minutes)
                    .number(first.toEpochMilli())
                    .number(last.toEpochMilli())
                    .number(firstCreated.toEpochMilli())
                    .id(firstId)
                    .branch(routes == null ? 0 : 1);
            if (routes != null) {
                routes.write(out);
            }
            return out.toBytes();
        }
    }

    /** Live records of a customer with the region, source and destination of the key, when the customer's entry has no routes; never none. */
    record Visits(long records) implements CustomerEntry {

        @Override
        public byte[] encode() {
            return Codec.output(Codec.VISITS).number(records).toBytes();
        }
    }

    /** The end of a batch, with the same offset as the cube's progress of the same shard. */
    record Progress(long offset, Instant asOf) implements CustomerEntry {

        @Override
        public byte[] encode() {
            return Codec.output(Codec.PROGRESS)
                    .number(offset)
                    .number(asOf.toEpochMilli())
                    .toBytes();
        }
    }

    byte[] encode();

    /**
     * Reads an entry of any published version.
     *
     * @throws UnreadableEventException when the bytes are none
     */
    static CustomerEntry decode(byte[] bytes) {
        AvroInput newest = Codec.AVRO.input(bytes);
        return newest == null ? Codec.entry((GenericRecord) Codec.AVRO.decode(bytes)) : Codec.entry(newest);
    }

    /** The schema, held once, and its branches in their order. */
    final class Codec {

        private static final AvroCodec AVRO = AvroCodec.of("customer-entry", 3);
        private static final int ACTIVITY = 0;
        private static final int VISITS = 1;
        private static final int PROGRESS = 2;
        private static final int EXPECTED_BYTES = 96;
        private static final int ROUTE_VALUES = 3;

        private Codec() {}

        private static AvroOutput output(int branch) {
            return AVRO.output(EXPECTED_BYTES).branch(branch);
        }

        private static CustomerEntry entry(AvroInput in) {
            CustomerEntry entry = switch (in.number()) {
                case ACTIVITY -> activity(in);
                case VISITS -> new Visits(in.longNumber());
                case PROGRESS -> new Progress(in.longNumber(), instant(in));
                default -> throw new UnreadableEventException("not a readable event: it is of no known kind");
            };
            in.end();
            return entry;
        }

        private static Activity activity(AvroInput in) {
            return new Activity(
                    in.text(),
                    in.longNumber(),
                    in.longNumber(),
                    in.longNumber(),
                    instant(in),
                    instant(in),
                    instant(in),
                    in.id(),
                    in.isPresent() ? PartCounts.read(in, ROUTE_VALUES) : null);
        }

        private static Instant instant(AvroInput in) {
            return Instant.ofEpochMilli(in.longNumber());
        }

        private static CustomerEntry entry(GenericRecord avro) {
            return switch (avro.getSchema().getName()) {
                case "CustomerActivity" -> activity(avro);
                case "CustomerVisits" -> new Visits((long) avro.get("records"));
                default -> new Progress((long) avro.get("offset"), Instant.ofEpochMilli((long) avro.get("asOf")));
            };
        }

        private static Activity activity(GenericRecord avro) {
            return new Activity(
                    avro.get("displayName").toString(),
                    (long) avro.get("records"),
                    (long) avro.get("sessions"),
                    (long) avro.get("minutes"),
                    Instant.ofEpochMilli((long) avro.get("first")),
                    Instant.ofEpochMilli((long) avro.get("last")),
                    Instant.ofEpochMilli((long) avro.get("firstCreated")),
                    AvroCodec.uuid(avro.get("firstId")),
                    null);
        }
    }
}
