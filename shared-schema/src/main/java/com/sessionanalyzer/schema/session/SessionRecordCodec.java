package com.sessionanalyzer.schema.session;

import static java.util.Objects.requireNonNull;

import com.sessionanalyzer.schema.AvroCodec;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** The binary form of a session record. */
public final class SessionRecordCodec {

    private static final AvroCodec AVRO = AvroCodec.of("session-record", 2);
    private static final Schema SCHEMA = AVRO.schema();
    private static final Schema ID = SCHEMA.getField("id").schema();
    private static final Schema HIGHLIGHT =
            SCHEMA.getField("highlight").schema().getTypes().get(1);
    private static final Schema DELIVERY =
            SCHEMA.getField("delivery").schema().getTypes().get(1);
    private static final Schema REJECTION =
            SCHEMA.getField("rejection").schema().getTypes().get(1);

    private SessionRecordCodec() {}

    public static byte[] encode(SessionRecord session) {
        GenericRecord avro = new GenericData.Record(SCHEMA);
        avro.put("organization", session.organization().value());
        avro.put("id", AvroCodec.fixed(ID, session.id()));
        avro.put("customer", session.customer().spelling());
        avro.put("customerKey", session.customer().key());
        avro.put("region", session.region());
        avro.put("sessions", session.sessions());
        avro.put("source", session.source());
        avro.put("destination", session.destination());
        avro.put("minutes", session.minutes());
        avro.put("observation", session.observation());
        avro.put("highlight", session.highlight() == null ? null : highlight(session.highlight()));
        avro.put("uploadedAt", session.uploadedAt().toEpochMilli());
        avro.put("createdAt", session.createdAt().toEpochMilli());
        avro.put("localDay", Math.toIntExact(session.localDay().toEpochDay()));
        avro.put("channel", session.channel().code());
        avro.put("revision", session.revision());
        avro.put("sender", session.origin().sender());
        avro.put("delivery", AvroCodec.fixedOrNull(DELIVERY, session.origin().delivery()));
        avro.put("line", session.origin().line());
        avro.put("rejection", AvroCodec.fixedOrNull(REJECTION, session.origin().rejection()));
        return AVRO.encode(avro);
    }

    /**
     * Reads a record of any published version.
     *
     * @throws UnreadableEventException when the bytes are no such record, or one that breaks a rule
     */
    public static SessionRecord decode(byte[] bytes) {
        GenericRecord avro = (GenericRecord) AVRO.decode(bytes);
        try {
            return new SessionRecord(
                    new OrganizationId(text(avro, "organization")),
                    AvroCodec.uuid(avro.get("id")),
                    new CustomerName(text(avro, "customer"), text(avro, "customerKey")),
                    text(avro, "region"),
                    (int) avro.get("sessions"),
                    text(avro, "source"),
                    text(avro, "destination"),
                    (Integer) avro.get("minutes"),
                    text(avro, "observation"),
                    highlight((GenericRecord) avro.get("highlight")),
                    Instant.ofEpochMilli((long) avro.get("uploadedAt")),
                    Instant.ofEpochMilli((long) avro.get("createdAt")),
                    LocalDate.ofEpochDay((int) avro.get("localDay")),
                    origin(avro),
                    (int) avro.get("revision"));
        } catch (IllegalArgumentException | DateTimeException invalid) {
            throw new UnreadableEventException("not a valid session record: " + invalid.getMessage(), invalid);
        }
    }

    private static Origin origin(GenericRecord avro) {
        return new Origin(
                Channel.ofCode(text(avro, "channel")),
                text(avro, "sender"),
                AvroCodec.uuidOrNull(avro.get("delivery")),
                (int) avro.get("line"),
                AvroCodec.uuidOrNull(avro.get("rejection")));
    }

    private static GenericRecord highlight(Highlight highlight) {
        GenericRecord avro = new GenericData.Record(HIGHLIGHT);
        avro.put("type", highlight.type().code());
        avro.put("url", highlight.url());
        avro.put("details", highlight.details());
        return avro;
    }

    private static @Nullable Highlight highlight(@Nullable GenericRecord avro) {
        return avro == null
                ? null
                : new Highlight(
                        HighlightType.of(text(avro, "type")).orElseThrow(() -> new IllegalArgumentException("type")),
                        textOrNull(avro, "url"),
                        textOrNull(avro, "details"));
    }

    private static String text(GenericRecord avro, String field) {
        return requireNonNull(textOrNull(avro, field));
    }

    private static @Nullable String textOrNull(GenericRecord avro, String field) {
        Object value = avro.get(field);
        return value == null ? null : value.toString();
    }
}
