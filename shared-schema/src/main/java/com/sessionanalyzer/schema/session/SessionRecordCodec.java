package com.sessionanalyzer.schema.session;

import static java.util.Objects.requireNonNull;

import com.sessionanalyzer.schema.AvroCodec;
import com.sessionanalyzer.schema.AvroInput;
import com.sessionanalyzer.schema.AvroOutput;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.TextPool;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** The binary form of a session record. */
public final class SessionRecordCodec {

    private static final AvroCodec AVRO = AvroCodec.of("session-record", 2);

    /** Of a record of usual length. */
    private static final int EXPECTED_BYTES = 512;

    private static final int POOL_BITS = 13;

    /** One for each thread that writes records, which writes many. */
    private static final ThreadLocal<AvroOutput> OUTPUT = ThreadLocal.withInitial(() -> AVRO.output(EXPECTED_BYTES));

    /** One for each thread that reads records. */
    private static final ThreadLocal<TextPool> TEXTS = ThreadLocal.withInitial(() -> new TextPool(POOL_BITS));

    private SessionRecordCodec() {}

    public static byte[] encode(SessionRecord session) {
        AvroOutput out = OUTPUT.get()
                .again()
                .text(session.organization().value())
                .id(session.id())
                .text(session.customer().spelling())
                .text(session.customer().key())
                .text(session.region())
                .number(session.sessions())
                .text(session.source())
                .text(session.destination())
                .numberOrNull(session.minutes())
                .text(session.observation());
        return origin(
                        highlight(out, session.highlight())
                                .number(session.uploadedAt().toEpochMilli())
                                .number(session.createdAt().toEpochMilli())
                                .number(session.localDay().toEpochDay())
                                .text(session.channel().code())
                                .number(session.revision()),
                        session.origin())
                .toBytes();
    }

    private static AvroOutput highlight(AvroOutput out, @Nullable Highlight highlight) {
        return highlight == null
                ? out.branch(0)
                : out.branch(1)
                        .text(highlight.type().code())
                        .textOrNull(highlight.url())
                        .textOrNull(highlight.details());
    }

    private static AvroOutput origin(AvroOutput out, Origin origin) {
        return out.text(origin.sender())
                .idOrNull(origin.delivery())
                .number(origin.line())
                .idOrNull(origin.rejection());
    }

    /**
     * Reads a record of any published version.
     *
     * @throws UnreadableEventException when the bytes are no such record, or one that breaks a rule
     */
    public static SessionRecord decode(byte[] bytes) {
        AvroInput newest = AVRO.input(bytes);
        try {
            return newest == null ? record((GenericRecord) AVRO.decode(bytes)) : record(newest);
        } catch (IllegalArgumentException | DateTimeException invalid) {
            throw new UnreadableEventException("not a valid session record: " + invalid.getMessage(), invalid);
        }
    }

    private static SessionRecord record(AvroInput in) {
        TextPool pool = TEXTS.get();
        OrganizationId organization = new OrganizationId(in.text(pool));
        UUID id = in.id();
        CustomerName customer = new CustomerName(in.text(pool), in.text(pool));
        String region = in.text(pool);
        int sessions = in.number();
        String source = in.text(pool);
        String destination = in.text(pool);
        Integer minutes = in.numberOrNull();
        String observation = in.text();
        Highlight highlight = highlight(in);
        Instant uploadedAt = Instant.ofEpochMilli(in.longNumber());
        Instant createdAt = Instant.ofEpochMilli(in.longNumber());
        LocalDate localDay = LocalDate.ofEpochDay(in.number());
        Channel channel = Channel.ofCode(in.text(pool));
        int revision = in.number();
        Origin origin = new Origin(channel, in.text(pool), in.idOrNull(), in.number(), in.idOrNull());
        in.end();
        return new SessionRecord(
                organization,
                id,
                customer,
                region,
                sessions,
                source,
                destination,
                minutes,
                observation,
                highlight,
                uploadedAt,
                createdAt,
                localDay,
                origin,
                revision);
    }

    private static @Nullable Highlight highlight(AvroInput in) {
        return in.isPresent() ? new Highlight(type(in.text()), in.textOrNull(), in.textOrNull()) : null;
    }

    private static HighlightType type(String code) {
        return HighlightType.of(code).orElseThrow(() -> new IllegalArgumentException("type"));
    }

    private static SessionRecord record(GenericRecord avro) {
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
    }

    private static Origin origin(GenericRecord avro) {
        return new Origin(
                Channel.ofCode(text(avro, "channel")),
                text(avro, "sender"),
                AvroCodec.uuidOrNull(avro.get("delivery")),
                (int) avro.get("line"),
                AvroCodec.uuidOrNull(avro.get("rejection")));
    }

    private static @Nullable Highlight highlight(@Nullable GenericRecord avro) {
        return avro == null
                ? null
                : new Highlight(type(text(avro, "type")), textOrNull(avro, "url"), textOrNull(avro, "details"));
    }

    private static String text(GenericRecord avro, String field) {
        return requireNonNull(textOrNull(avro, field));
    }

    private static @Nullable String textOrNull(GenericRecord avro, String field) {
        Object value = avro.get(field);
        return value == null ? null : value.toString();
    }
}
