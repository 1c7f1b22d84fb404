package com.sessionanalyzer.schema.session;

import com.sessionanalyzer.schema.AvroCodec;
import com.sessionanalyzer.schema.AvroOutput;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** The binary form of a rejection. */
public final class SessionRejectionCodec {

    private static final AvroCodec AVRO = AvroCodec.of("session-rejection", 2);

    /** Of a rejection with an empty text and a few violations. */
    private static final int EXPECTED_BYTES = 384;

    private SessionRejectionCodec() {}

    public static byte[] encode(SessionRejection rejection) {
        AvroOutput out = AVRO.output(EXPECTED_BYTES + rejection.text().length())
                .text(rejection.organization().value())
                .id(rejection.id())
                .number(rejection.receivedAt().toEpochMilli())
                .text(rejection.origin().channel().code())
                .number(rejection.origin().line())
                .text(rejection.text());
        violations(out, rejection.violations())
                .text(rejection.format().code())
                .text(rejection.origin().sender())
                .idOrNull(rejection.origin().delivery());
        return settlement(out, rejection.settlement()).toBytes();
    }

    /** One block of all of them, and the end of the array. */
    private static AvroOutput violations(AvroOutput out, List<Violation> violations) {
        out.number(violations.size());
        for (Violation violation : violations) {
            out.text(violation.field())
                    .number(violation.line())
                    .text(violation.value())
                    .text(violation.rule())
                    .text(violation.message());
        }
        return out.number(0);
    }

    private static AvroOutput settlement(AvroOutput out, @Nullable Settlement settlement) {
        return settlement == null
                ? out.branch(0)
                : out.branch(1)
                        .text(settlement.kind().code())
                        .number(settlement.at().toEpochMilli())
                        .text(settlement.actor())
                        .text(settlement.reason())
                        .idOrNull(settlement.record());
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
