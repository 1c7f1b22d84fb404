package com.sessionanalyzer.schema.session;

import com.sessionanalyzer.schema.AvroCodec;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Value of {@code customer-activity}: what a customer's live records add up to, or the progress of a shard. */
public sealed interface CustomerEntry {

    /**
     * All live records of one customer, summed.
     *
     * @param displayName spelling of the record created first ({@code firstCreated}, then {@code firstId})
     * @param first       earliest event time
     * @param last        latest event time
     * @param visits      records per region, source and destination; none is zero
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
            SortedMap<Visit, Long> visits)
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
            avro.put(
                    "visits",
                    visits.entrySet().stream()
                            .map(visit -> Codec.visit(visit.getKey(), visit.getValue()))
                            .toList());
            return avro;
        }
    }

    /** A combination that a customer's records have. */
    record Visit(String region, String source, String destination) implements Comparable<Visit> {

        private static final Comparator<Visit> ORDER =
                Comparator.comparing(Visit::region).thenComparing(Visit::source).thenComparing(Visit::destination);

        @Override
        public int compareTo(Visit other) {
            return ORDER.compare(this, other);
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
        return avro.getSchema().getName().equals("CustomerActivity")
                ? Codec.activity(avro)
                : new Progress((long) avro.get("offset"), Instant.ofEpochMilli((long) avro.get("asOf")));
    }

    /** The schemas, held once. */
    final class Codec {

        private static final AvroCodec AVRO = AvroCodec.of("customer-entry", 1);
        private static final Schema ACTIVITY = AVRO.schema("CustomerActivity");
        private static final Schema FIRST_ID = ACTIVITY.getField("firstId").schema();
        private static final Schema VISIT = ACTIVITY.getField("visits").schema().getElementType();
        private static final Schema PROGRESS = AVRO.schema("ActivityProgress");

        private Codec() {}

        private static GenericRecord visit(Visit visit, long records) {
            GenericRecord avro = new GenericData.Record(VISIT);
            avro.put("region", visit.region());
            avro.put("source", visit.source());
            avro.put("destination", visit.destination());
            avro.put("records", records);
            return avro;
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
                    visits((Collection<?>) avro.get("visits")));
        }

        private static SortedMap<Visit, Long> visits(Collection<?> avro) {
            SortedMap<Visit, Long> visits = new TreeMap<>();
            for (Object element : avro) {
                GenericRecord visit = (GenericRecord) element;
                visits.put(
                        new Visit(
                                visit.get("region").toString(),
                                visit.get("source").toString(),
                                visit.get("destination").toString()),
                        (long) visit.get("records"));
            }
            return visits;
        }
    }
}
