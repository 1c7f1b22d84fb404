package com.sessionanalyzer.schema.intake;

import com.sessionanalyzer.schema.AvroCodec;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * How far one sending under an id has come. It is written in the transaction that writes its records: what it says is
 * settled is in the log, and nothing beyond it is.
 *
 * @param name        as the sender calls it, often a file name; may be empty
 * @param channel     as in {@code bulk}
 * @param contentType as in {@code text/csv}
 * @param sender      who sent it; empty when not known
 * @param startedAt   when it was first received; records without a time of their own have this one
 * @param size        bytes announced, -1 when not known
 * @param bytes       bytes of the content that are settled, unpacked
 * @param lines       lines of the content that are settled
 * @param fingerprint SHA-256 of the settled bytes, in hexadecimal
 * @param received    records that are settled
 * @param reasons     rejected records by field and rule, as in {@code region:required}
 * @param position    contains every record of it
 */
public record Delivery(
        String name,
        String channel,
        String contentType,
        String sender,
        Instant startedAt,
        Instant updatedAt,
        DeliveryState state,
        long size,
        long bytes,
        long lines,
        String fingerprint,
        long received,
        long recorded,
        long rejected,
        Map<String, Long> reasons,
        Position position) {

    private static final AvroCodec AVRO = AvroCodec.of("delivery", 1);

    public Delivery {
        reasons = Map.copyOf(reasons);
    }

    public byte[] encode() {
        GenericRecord avro = new GenericData.Record(AVRO.schema());
        avro.put("name", name);
        avro.put("channel", channel);
        avro.put("contentType", contentType);
        avro.put("sender", sender);
        avro.put("startedAt", startedAt.toEpochMilli());
        avro.put("updatedAt", updatedAt.toEpochMilli());
        avro.put("state", state.code());
        avro.put("size", size);
        avro.put("bytes", bytes);
        avro.put("lines", lines);
        avro.put("fingerprint", ByteBuffer.wrap(HexFormat.of().parseHex(fingerprint)));
        avro.put("received", received);
        avro.put("recorded", recorded);
        avro.put("rejected", rejected);
        avro.put("reasons", reasons);
        avro.put("position", position.toString());
        return AVRO.encode(avro);
    }

    /**
     * Reads a delivery of any published version.
     *
     * @throws UnreadableEventException when the bytes are none
     */
    public static Delivery decode(byte[] bytes) {
        GenericRecord avro = (GenericRecord) AVRO.decode(bytes);
        try {
            return new Delivery(
                    avro.get("name").toString(),
                    avro.get("channel").toString(),
                    avro.get("contentType").toString(),
                    avro.get("sender").toString(),
                    Instant.ofEpochMilli((long) avro.get("startedAt")),
                    Instant.ofEpochMilli((long) avro.get("updatedAt")),
                    DeliveryState.ofCode(avro.get("state").toString()),
                    (long) avro.get("size"),
                    (long) avro.get("bytes"),
                    (long) avro.get("lines"),
                    hex((ByteBuffer) avro.get("fingerprint")),
                    (long) avro.get("received"),
                    (long) avro.get("recorded"),
                    (long) avro.get("rejected"),
                    reasons((Map<?, ?>) avro.get("reasons")),
                    Position.parse(avro.get("position").toString()));
        } catch (IllegalArgumentException invalid) {
            throw new UnreadableEventException("not a valid delivery: " + invalid.getMessage(), invalid);
        }
    }

    private static String hex(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return HexFormat.of().formatHex(copy);
    }

    private static Map<String, Long> reasons(Map<?, ?> avro) {
        Map<String, Long> reasons = new TreeMap<>();
        avro.forEach((reason, count) -> reasons.put(reason.toString(), (Long) count));
        return reasons;
    }
}
