package com.sessionanalyzer.schema.audit;

import com.sessionanalyzer.schema.AvroCodec;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * One change, who made it and when. It never holds content of a record, so that an erasure leaves it whole.
 *
 * @param at      to the millisecond
 * @param domain  as in {@code session}
 * @param action  as in {@code record.corrected}, {@code record.deleted}, {@code customer.erased}
 * @param subject id of what was changed; for a customer a digest of its key
 * @param facts   what else is known of the change, such as the names of changed fields
 * @param before  the numbers that moved, before
 * @param after   the same numbers, after
 */
public record AuditEntry(
        OrganizationId organization,
        UUID id,
        Instant at,
        String actor,
        String domain,
        String action,
        String subject,
        SortedMap<String, String> facts,
        SortedMap<String, Long> before,
        SortedMap<String, Long> after) {

    private static final AvroCodec AVRO = AvroCodec.of("audit-entry", 1);
    private static final Schema ID = AVRO.schema().getField("id").schema();

    public AuditEntry {
        facts = new TreeMap<>(facts);
        before = new TreeMap<>(before);
        after = new TreeMap<>(after);
    }

    public byte[] encode() {
        GenericRecord avro = new GenericData.Record(AVRO.schema());
        avro.put("organization", organization.value());
        avro.put("id", AvroCodec.fixed(ID, id));
        avro.put("at", at.toEpochMilli());
        avro.put("actor", actor);
        avro.put("domain", domain);
        avro.put("action", action);
        avro.put("subject", subject);
        avro.put("facts", facts);
        avro.put("before", before);
        avro.put("after", after);
        return AVRO.encode(avro);
    }

    /**
     * Reads an entry of any published version.
     *
     * @throws UnreadableEventException when the bytes are none
     */
    public static AuditEntry decode(byte[] bytes) {
        GenericRecord avro = (GenericRecord) AVRO.decode(bytes);
        try {
            return new AuditEntry(
                    new OrganizationId(avro.get("organization").toString()),
                    AvroCodec.uuid(avro.get("id")),
                    Instant.ofEpochMilli((long) avro.get("at")),
                    avro.get("actor").toString(),
                    avro.get("domain").toString(),
                    avro.get("action").toString(),
                    avro.get("subject").toString(),
                    map(avro.get("facts"), Object::toString),
                    map(avro.get("before"), Long.class::cast),
                    map(avro.get("after"), Long.class::cast));
        } catch (IllegalArgumentException invalid) {
            throw new UnreadableEventException("not a valid audit entry: " + invalid.getMessage(), invalid);
        }
    }

    private static <T> SortedMap<String, T> map(Object avro, Function<Object, T> value) {
        SortedMap<String, T> map = new TreeMap<>();
        ((Map<?, ?>) avro).forEach((key, each) -> map.put(key.toString(), value.apply(each)));
        return map;
    }
}
