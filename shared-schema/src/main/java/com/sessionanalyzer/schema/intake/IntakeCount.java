package com.sessionanalyzer.schema.intake;

import com.sessionanalyzer.schema.AvroCodec;
import java.time.Instant;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * Records of a channel that one writer has settled since it first ran. Each transaction carries the new totals of what it
 * settles, so they are never ahead of the records, and never behind.
 *
 * @param received  cut out of what was sent
 * @param replayed  known already, and therefore without effect
 * @param corrected that got a new version
 * @param deleted   that were deleted, by erasure too
 * @param asOf      when the newest was settled
 */
public record IntakeCount(
        long received, long recorded, long replayed, long rejected, long corrected, long deleted, Instant asOf) {

    public static final IntakeCount NONE = new IntakeCount(0, 0, 0, 0, 0, 0, Instant.EPOCH);

    private static final AvroCodec AVRO = AvroCodec.of("intake-count", 1);

    /** The counts of both together. */
    public IntakeCount plus(IntakeCount other) {
        return new IntakeCount(
                received + other.received,
                recorded + other.recorded,
                replayed + other.replayed,
                rejected + other.rejected,
                corrected + other.corrected,
                deleted + other.deleted,
                asOf.isAfter(other.asOf) ? asOf : other.asOf);
    }

    public byte[] encode() {
        GenericRecord avro = new GenericData.Record(AVRO.schema());
        avro.put("received", received);
        avro.put("recorded", recorded);
        avro.put("replayed", replayed);
        avro.put("rejected", rejected);
        avro.put("corrected", corrected);
        avro.put("deleted", deleted);
        avro.put("asOf", asOf.toEpochMilli());
        return AVRO.encode(avro);
    }

    /**
     * Reads counts of any published version.
     *
     * @throws com.sessionanalyzer.schema.UnreadableEventException when the bytes are none
     */
    public static IntakeCount decode(byte[] bytes) {
        GenericRecord avro = (GenericRecord) AVRO.decode(bytes);
        return new IntakeCount(
                (long) avro.get("received"),
                (long) avro.get("recorded"),
                (long) avro.get("replayed"),
                (long) avro.get("rejected"),
                (long) avro.get("corrected"),
                (long) avro.get("deleted"),
                Instant.ofEpochMilli((long) avro.get("asOf")));
    }
}
