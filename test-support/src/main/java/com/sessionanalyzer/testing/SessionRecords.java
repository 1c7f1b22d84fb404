package com.sessionanalyzer.testing;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.CustomerName;
import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.HighlightType;
import com.sessionanalyzer.schema.session.Origin;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Builds session records of which a test mentions only what matters; each has an id of its own. */
public final class SessionRecords {

    private static final AtomicLong IDS = new AtomicLong();
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

    private OrganizationId organization = new OrganizationId("default");
    private UUID id = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | IDS.incrementAndGet());
    private CustomerName customer = CustomerName.of("acme.com");
    private String region = "EU";
    private int sessions = 3;
    private String source = "MySQL";
    private String destination = "BigQuery";
    private @Nullable Integer minutes = 15;
    private String observation = "";
    private @Nullable Highlight highlight;
    private Instant uploadedAt = NOON;
    private Instant createdAt = NOON;
    private @Nullable LocalDate localDay;
    private Channel channel = Channel.TEXT;

    private SessionRecords() {}

    public static SessionRecords aSession() {
        return new SessionRecords();
    }

    public SessionRecords organization(String slug) {
        this.organization = new OrganizationId(slug);
        return this;
    }

    public SessionRecords id(UUID id) {
        this.id = id;
        return this;
    }

    public SessionRecords customer(String spelling) {
        this.customer = CustomerName.of(spelling);
        return this;
    }

    /** Spelled as before, and a record of another customer since the two were merged. */
    public SessionRecords mergedInto(String customerKey) {
        this.customer = new CustomerName(customer.spelling(), customerKey);
        return this;
    }

    public SessionRecords region(String region) {
        this.region = region;
        return this;
    }

    public SessionRecords sessions(int sessions) {
        this.sessions = sessions;
        return this;
    }

    public SessionRecords source(String source) {
        this.source = source;
        return this;
    }

    public SessionRecords destination(String destination) {
        this.destination = destination;
        return this;
    }

    public SessionRecords minutes(@Nullable Integer minutes) {
        this.minutes = minutes;
        return this;
    }

    public SessionRecords untimed() {
        return minutes(null);
    }

    public SessionRecords observation(String observation) {
        this.observation = observation;
        return this;
    }

    public SessionRecords highlight(HighlightType type, @Nullable String url, @Nullable String details) {
        this.highlight = new Highlight(type, url, details);
        return this;
    }

    /** Event time; the local day is its day in UTC, unless another is given. */
    public SessionRecords uploadedAt(String instant) {
        this.uploadedAt = Instant.parse(instant);
        return this;
    }

    public SessionRecords createdAt(String instant) {
        this.createdAt = Instant.parse(instant);
        return this;
    }

    public SessionRecords localDay(String day) {
        this.localDay = LocalDate.parse(day);
        return this;
    }

    public SessionRecords channel(Channel channel) {
        this.channel = channel;
        return this;
    }

    public SessionRecord build() {
        LocalDate day = localDay == null ? LocalDate.ofInstant(uploadedAt, ZoneOffset.UTC) : localDay;
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
                day,
                Origin.of(channel),
                0);
    }
}
