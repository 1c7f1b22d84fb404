package com.sessionanalyzer.query.session.rows;

import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.Origin;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code session_record}, to be read only; the projection writes them. */
@Entity
@Immutable
@Table(name = "session_record")
@IdClass(SessionRow.Key.class)
class SessionRow {

    @Id
    private String organization;

    @Id
    private UUID id;

    private String customer;

    @Column(name = "customer_key")
    private String customerKey;

    private String region;
    private int sessions;
    private String source;
    private String destination;
    private @Nullable Integer minutes;
    private String observation;

    @Column(name = "highlight_type")
    private @Nullable String highlightType;

    @Column(name = "highlight_url")
    private @Nullable String highlightUrl;

    @Column(name = "highlight_details")
    private @Nullable String highlightDetails;

    @Column(name = "uploaded_at")
    private Instant uploadedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "search_text")
    private String searchText;

    @Column(name = "local_day")
    private LocalDate localDay;

    private String channel;
    private int revision;
    private String sender;
    private @Nullable UUID delivery;
    private int line;
    private @Nullable UUID rejection;

    @SuppressWarnings("NullAway.Init")
    protected SessionRow() {}

    UUID id() {
        return id;
    }

    String customer() {
        return customer;
    }

    String region() {
        return region;
    }

    int sessions() {
        return sessions;
    }

    String source() {
        return source;
    }

    String destination() {
        return destination;
    }

    @Nullable
    Integer minutes() {
        return minutes;
    }

    Instant uploadedAt() {
        return uploadedAt;
    }

    String customerKey() {
        return customerKey;
    }

    int revision() {
        return revision;
    }

    /** How the record came in. */
    Origin origin() {
        return new Origin(Channel.ofCode(channel), sender, delivery, line, rejection);
    }

    LocalDate localDay() {
        return localDay;
    }

    SessionView view(String displayName) {
        return new SessionView(
                id,
                displayName,
                region,
                sessions,
                source,
                destination,
                minutes,
                observation,
                highlightType != null,
                highlightUrl,
                highlightType,
                highlightDetails,
                uploadedAt,
                createdAt);
    }

    /** The primary key, in the form that Jakarta Persistence asks for. */
    static final class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String organization;
        private UUID id;

        @SuppressWarnings("NullAway.Init")
        Key() {}

        Key(String organization, UUID id) {
            this.organization = organization;
            this.id = id;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && organization.equals(key.organization) && id.equals(key.id);
        }

        @Override
        public int hashCode() {
            return Objects.hash(organization, id);
        }
    }
}
