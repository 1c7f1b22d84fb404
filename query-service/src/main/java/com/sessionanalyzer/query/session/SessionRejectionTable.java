package com.sessionanalyzer.query.session;

import static java.util.stream.Collectors.joining;

import com.sessionanalyzer.query.projection.Place;
import com.sessionanalyzer.query.projection.Remains;
import com.sessionanalyzer.query.projection.TableMapping;
import com.sessionanalyzer.query.session.rejection.RejectedCustomer;
import com.sessionanalyzer.query.session.rejection.RejectionReason;
import com.sessionanalyzer.schema.KeyText;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.UnreadableEventException;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.SessionRejectionCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.schema.session.Settlement;
import com.sessionanalyzer.schema.session.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How {@code session-rejections} becomes {@code session_rejection}. */
final class SessionRejectionTable implements TableMapping {

    private static final List<String> PLACE = List.of("log_partition", "log_offset", "logged_at", "change_id");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String topic() {
        return SessionTopics.REJECTIONS;
    }

    @Override
    public String table() {
        return "session_rejection";
    }

    @Override
    public List<String> primaryKey() {
        return List.of("organization", "id");
    }

    @Override
    public List<String> keyColumns() {
        return primaryKey();
    }

    @Override
    public Remains remains() {
        return new Remains("rejection_deletion", List.of("received_at", "channel"), PLACE);
    }

    @Override
    public List<String> columns() {
        return List.of(
                "organization",
                "id",
                "received_at",
                "channel",
                "line",
                "text",
                "violations",
                "format",
                "sender",
                "delivery",
                "customer_key",
                "reasons",
                "settlement",
                "settled_at",
                "settled_by",
                "settled_reason",
                "settled_record",
                "log_partition",
                "log_offset",
                "logged_at",
                "change_id");
    }

    @Override
    public List<String> key(byte[] key) {
        List<String> parts = KeyText.split(new String(key, StandardCharsets.UTF_8), 2);
        try {
            return List.of(
                    new OrganizationId(parts.get(0)).value(),
                    UUID.fromString(parts.get(1)).toString());
        } catch (IllegalArgumentException unreadable) {
            throw new UnreadableEventException("not a rejection key", unreadable);
        }
    }

    @Override
    public List<@Nullable String> row(byte[] key, byte[] value, Place place) {
        SessionRejection rejection = SessionRejectionCodec.decode(value);
        if (!Arrays.equals(rejection.key(), key)) {
            throw new UnreadableEventException("the value is not one of its key");
        }
        List<@Nullable String> row = new ArrayList<>(content(rejection));
        row.addAll(place.columns());
        return row;
    }

    private static List<@Nullable String> content(SessionRejection rejection) {
        Settlement settlement = rejection.settlement();
        return Arrays.asList(
                rejection.organization().value(),
                rejection.id().toString(),
                rejection.receivedAt().toString(),
                rejection.origin().channel().code(),
                Integer.toString(rejection.origin().line()),
                rejection.text(),
                JSON.writeValueAsString(rejection.violations().stream()
                        .map(SessionRejectionTable::storable)
                        .toList()),
                rejection.format().code(),
                rejection.origin().sender(),
                text(rejection.origin().delivery()),
                RejectedCustomer.key(rejection.format(), rejection.text()),
                array(RejectionReason.all(rejection.violations())),
                settlement == null ? null : settlement.kind().code(),
                settlement == null ? null : settlement.at().toString(),
                settlement == null ? null : settlement.actor(),
                settlement == null ? null : settlement.reason(),
                settlement == null ? null : text(settlement.record()));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    /** The text form of PostgreSQL's arrays. */
    private static String array(List<RejectionReason> reasons) {
        return reasons.stream()
                .map(reason -> "\"" + reason.code().replaceAll("([\\\\\"])", "\\\\$1") + "\"")
                .collect(joining(",", "{", "}"));
    }

    /** JSON in PostgreSQL cannot hold NUL, not even escaped. */
    private static Violation storable(Violation violation) {
        return new Violation(
                violation.field().replace('\0', '\u2400'),
                violation.line(),
                violation.value().replace('\0', '\u2400'),
                violation.rule().replace('\0', '\u2400'),
                violation.message().replace('\0', '\u2400'));
    }
}
