package com.sessionanalyzer.schema.session;

import com.sessionanalyzer.schema.AvroCodec;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** The binary form of a rejection. */
public final class SessionRejectionCodec {

    private static final AvroCodec AVRO = AvroCodec.of("session-rejection", 2);
    private static final Schema SCHEMA = AVRO.schema();
    private static final Schema ID = SCHEMA.getField("id").schema();
    private static final Schema VIOLATION =
            SCHEMA.getField("violations").schema().getElementType();
    private static final Schema DELIVERY =
            SCHEMA.getField("delivery").schema().getTypes().get(1);
    private static final Schema SETTLEMENT =
            SCHEMA.getField("settlement").schema().getTypes().get(1);

    private SessionRejectionCodec() {}

    public static byte[] encode(SessionRejection rejection) {
        GenericRecord avro = new GenericData.Record(SCHEMA);
        avro.put("organization", rejection.organization().value());
        avro.put("id", AvroCodec.fixed(ID, rejection.id()));
        avro.put("receivedAt", rejection.receivedAt().toEpochMilli());
        avro.put("channel", rejection.origin().channel().code());
        avro.put("line", rejection.origin().line());
        avro.put("text", rejection.text());
        avro.put(
                "violations",
                rejection.violations().stream().map(SessionRejectionCodec::avro).toList());
        avro.put("format", rejection.format().code());
        avro.put("sender", rejection.origin().sender());
        avro.put("delivery", AvroCodec.fixedOrNull(DELIVERY, rejection.origin().delivery()));
        avro.put("settlement", rejection.settlement() == null ? null : avro(rejection.settlement()));
        return AVRO.encode(avro);
    }

    /**
     * Reads a rejection of any published version.
     *
     * @throws UnreadableEventException when the bytes are none
     */
    public static SessionRejection decode(byte[] bytes) {
        GenericRecord avro = (GenericRecord) AVRO.decode(bytes);
        try {
            return new SessionRejection(
                    new OrganizationId(avro.get("organization").toString()),
                    AvroCodec.uuid(avro.get("id")),
                    Instant.ofEpochMilli((long) avro.get("receivedAt")),
                    origin(avro),
                    RecordFormat.ofCode(avro.get("format").toString()),
                    avro.get("text").toString(),
                    violations((Collection<?>) avro.get("violations")),
                    settlement((GenericRecord) avro.get("settlement")));
        } catch (IllegalArgumentException invalid) {
            throw new UnreadableEventException("not a valid rejection: " + invalid.getMessage(), invalid);
        }
    }

    private static Origin origin(GenericRecord avro) {
        return new Origin(
                Channel.ofCode(avro.get("channel").toString()),
                avro.get("sender").toString(),
                AvroCodec.uuidOrNull(avro.get("delivery")),
                (int) avro.get("line"),
                null);
    }

    private static GenericRecord avro(Settlement settlement) {
        GenericRecord avro = new GenericData.Record(SETTLEMENT);
        avro.put("kind", settlement.kind().code());
        avro.put("at", settlement.at().toEpochMilli());
        avro.put("actor", settlement.actor());
        avro.put("reason", settlement.reason());
        avro.put("record", AvroCodec.fixedOrNull(ID, settlement.record()));
        return avro;
    }

    private static @Nullable Settlement settlement(@Nullable GenericRecord avro) {
        return avro == null
                ? null
                : new Settlement(
                        Settlement.Kind.ofCode(avro.get("kind").toString()),
                        Instant.ofEpochMilli((long) avro.get("at")),
                        avro.get("actor").toString(),
                        avro.get("reason").toString(),
                        AvroCodec.uuidOrNull(avro.get("record")));
    }

    private static GenericRecord avro(Violation violation) {
        GenericRecord avro = new GenericData.Record(VIOLATION);
        avro.put("field", violation.field());
        avro.put("line", violation.line());
        avro.put("value", violation.value());
        avro.put("rule", violation.rule());
        avro.put("message", violation.message());
        return avro;
    }

    private static List<Violation> violations(Collection<?> avro) {
        return avro.stream()
                .map(GenericRecord.class::cast)
                .map(SessionRejectionCodec::violation)
                .toList();
    }

    private static Violation violation(GenericRecord avro) {
        return new Violation(
                avro.get("field").toString(),
                (int) avro.get("line"),
                avro.get("value").toString(),
                avro.get("rule").toString(),
                avro.get("message").toString());
    }
}
