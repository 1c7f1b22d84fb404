package com.sessionanalyzer.benchmarks.connect;

import static org.apache.kafka.connect.data.Schema.INT32_SCHEMA;
import static org.apache.kafka.connect.data.Schema.OPTIONAL_INT32_SCHEMA;
import static org.apache.kafka.connect.data.Schema.OPTIONAL_STRING_SCHEMA;
import static org.apache.kafka.connect.data.Schema.STRING_SCHEMA;

import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import io.debezium.data.Uuid;
import io.debezium.time.Date;
import io.debezium.time.Timestamp;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.storage.Converter;
import org.jspecify.annotations.Nullable;

/** Keys and values of {@code session-records} as the primary key and the columns of {@code session_record}. */
public final class SessionRecordConverter implements Converter {

    private static final Schema KEY = SchemaBuilder.struct()
            .field("organization", STRING_SCHEMA)
            .field("id", Uuid.schema())
            .build();

    /** Without the place in the log, which only the sink knows, and {@code change_id}, which is null in new records. */
    private static final Schema ROW = SchemaBuilder.struct()
            .field("organization", STRING_SCHEMA)
            .field("id", Uuid.schema())
            .field("customer", STRING_SCHEMA)
            .field("customer_key", STRING_SCHEMA)
            .field("region", STRING_SCHEMA)
            .field("sessions", INT32_SCHEMA)
            .field("source", STRING_SCHEMA)
            .field("destination", STRING_SCHEMA)
            .field("minutes", OPTIONAL_INT32_SCHEMA)
            .field("observation", STRING_SCHEMA)
            .field("highlight_type", OPTIONAL_STRING_SCHEMA)
            .field("highlight_url", OPTIONAL_STRING_SCHEMA)
            .field("highlight_details", OPTIONAL_STRING_SCHEMA)
            .field("uploaded_at", Timestamp.schema())
            .field("created_at", Timestamp.schema())
            .field("local_day", Date.schema())
            .field("channel", STRING_SCHEMA)
            .field("search_text", STRING_SCHEMA)
            .field("revision", INT32_SCHEMA)
            .field("sender", STRING_SCHEMA)
            .field("delivery", Uuid.builder().optional().build())
            .field("line", INT32_SCHEMA)
            .field("rejection", Uuid.builder().optional().build())
            .build();

    private boolean isKey;

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        this.isKey = isKey;
    }

    @Override
    public SchemaAndValue toConnectData(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return SchemaAndValue.NULL;
        }
        return isKey
                ? new SchemaAndValue(KEY, key(SessionRecordKey.decode(bytes)))
                : new SchemaAndValue(ROW, row(SessionRecordCodec.decode(bytes)));
    }

    private static Struct key(SessionRecordKey key) {
        return new Struct(KEY)
                .put("organization", key.organization().value())
                .put("id", key.id().toString());
    }

    private static Struct row(SessionRecord session) {
        Struct row = new Struct(ROW)
                .put("organization", session.organization().value())
                .put("id", session.id().toString())
                .put("customer", session.customer().spelling())
                .put("customer_key", session.customer().key())
                .put("region", session.region())
                .put("sessions", session.sessions())
                .put("source", session.source())
                .put("destination", session.destination())
                .put("minutes", session.minutes())
                .put("observation", session.observation())
                .put("uploaded_at", session.uploadedAt().toEpochMilli())
                .put("created_at", session.createdAt().toEpochMilli())
                .put("local_day", (int) session.localDay().toEpochDay())
                .put("channel", session.channel().code())
                .put("search_text", searchText(session))
                .put("revision", session.revision())
                .put("sender", session.origin().sender())
                .put("delivery", text(session.origin().delivery()))
                .put("line", session.origin().line())
                .put("rejection", text(session.origin().rejection()));
        Highlight highlight = session.highlight();
        return highlight == null
                ? row
                : row.put("highlight_type", highlight.type().code())
                        .put("highlight_url", highlight.url())
                        .put("highlight_details", highlight.details());
    }

    /** As the product has it of text in ASCII; what else it does to other text is not done here. */
    private static String searchText(SessionRecord session) {
        return String.join(
                        "\n",
                        session.customer().spelling(),
                        session.customer().key(),
                        session.region(),
                        session.source(),
                        session.destination(),
                        session.observation())
                .toLowerCase(Locale.ROOT);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Not needed by a sink. */
    @Override
    public byte[] fromConnectData(String topic, Schema schema, Object value) {
        throw new UnsupportedOperationException();
    }
}
