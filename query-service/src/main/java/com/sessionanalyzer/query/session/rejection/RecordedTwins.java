package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.sql.Timestamp;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Knows whether a record is there already, to the last field. */
final class RecordedTwins {

    private static final String SQL = "select count(*) from session_record where organization = :organization"
            + " and id = :id and revision = :revision and customer = :customer and region = :region"
            + " and sessions = :sessions and source = :source and destination = :destination"
            + " and minutes is not distinct from cast(:minutes as integer) and observation = :observation"
            + " and highlight_type is not distinct from cast(:type as text)"
            + " and highlight_url is not distinct from cast(:url as text)"
            + " and highlight_details is not distinct from cast(:details as text) and uploaded_at = :uploaded";

    private final JdbcClient database;

    RecordedTwins(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    boolean isRecorded(SessionRecord session) {
        Highlight highlight = session.highlight();
        return database.sql(SQL)
                        .param("organization", session.organization().value())
                        .param("id", session.id())
                        .param("revision", session.revision())
                        .param("customer", session.customer().spelling())
                        .param("region", session.region())
                        .param("sessions", session.sessions())
                        .param("source", session.source())
                        .param("destination", session.destination())
                        .param("minutes", session.minutes())
                        .param("observation", session.observation())
                        .param(
                                "type",
                                highlight == null ? null : highlight.type().code())
                        .param("url", highlight == null ? null : highlight.url())
                        .param("details", highlight == null ? null : highlight.details())
                        .param("uploaded", Timestamp.from(session.uploadedAt()))
                        .query(Long.class)
                        .single()
                > 0;
    }
}
