package com.sessionanalyzer.schema.session;

import com.sessionanalyzer.schema.AvroCodec;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * Value of {@code customer-activity}: what a customer's live records add up to, how many of them share a route, or the
 * progress of a shard.
 */
public sealed interface CustomerEntry {

    /**
     * All live records of one customer, summed.
     *
     * @param displayName spelling of the record created first ({@code firstCreated}, then {@code firstId})
     * @param first       earliest event time
     * @param last        latest event time
     */
    record Activity(
            String displayName,
            long records,
            long sessions,
            long minutes,
            Instant first,
            Instant last,
            Instant firstCreated,
            UUID firstId)
            implements CustomerEntry {

        @Override
        public GenericRecord toAvro() {
            GenericRecord avro = new GenericData.Record(Codec.ACTIVITY);
            avro.put("displayName", displayName);
            avro.put("records", records);
            avro.put("sessions", sessions);
            avro.put("minutes", minutes);
            avro.put("first", first.toEpochMilli());
            avro.put("last", last.toEpochMilli());
            avro.put("firstCreated", firstCreated.toEpochMilli());
            avro.put("firstId", AvroCodec.fixed(Codec.FIRST_ID, firstId));
            return avro;
        }
    }

    /** Live records of a customer with the region, source and destination of the key; never none. */
    record Visits(long records) implements CustomerEntry {

        @Override
        public GenericRecord toAvro() {
            GenericRecord avro = new GenericData.Record(Codec.VISITS);
            avro.put("records", records);
            return avro;
        }
    }

    /** The end of a batch, with the same offset as the cube's progress of the same shard. */
    record Progress(long offset, Instant asOf) implements CustomerEntry {

        @Override
        public GenericRecord toAvro() {
            GenericRecord avro = new GenericData.Record(Codec.PROGRESS);
            avro.put("offset", offset);
            avro.put("asOf", asOf.toEpochMilli());
            return avro;
        }
    }

    GenericRecord toAvro();

    default byte[] encode() {
        return Codec.AVRO.encode(toAvro());
    }

    /**
     * Reads an entry of any published version.
     *
     * @throws UnreadableEventException when the bytes are none
     */
    static CustomerEntry decode(byte[] bytes) {
        GenericRecord avro = (GenericRecord) Codec.AVRO.decode(bytes);
        return switch (avro.getSchema().getName()) {
            case "CustomerActivity" -> Codec.activity(avro);
            case "CustomerVisits" -> new Visits((long) avro.get("records"));
            default -> new Progress((long) avro.get("offset"), Instant.ofEpochMilli((long) avro.get("asOf")));
        };
    }

    /** The schemas, held once. */
    final class Codec {

        private static final AvroCodec AVRO = AvroCodec.of("customer-entry", 2);
        private static final Schema ACTIVITY = AVRO.schema("CustomerActivity");
        private static final Schema FIRST_ID = ACTIVITY.getField("firstId").schema();
        private static final Schema VISITS = AVRO.schema("CustomerVisits");
        private static final Schema PROGRESS = AVRO.schema("ActivityProgress");

        private Codec() {}

        private static Activity activity(GenericRecord avro) {
            return new Activity(
                    avro.get("displayName").toString(),
                    (long) avro.get("records"),
                    (long) avro.get("sessions"),
                    (long) avro.get("minutes"),
                    Instant.ofEpochMilli((long) avro.get("first")),
                    Instant.ofEpochMilli((long) avro.get("last")),
                    Instant.ofEpochMilli((long) avro.get("firstCreated")),
                    AvroCodec.uuid(avro.get("firstId")));
        }
    }
}
