package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.SessionRecordText;
import com.sessionanalyzer.intake.session.Terms;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.Origin;
import com.sessionanalyzer.schema.session.RecordFormat;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.Violation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Builds rejections by reading texts that break a rule; each has an id of its own. */
final class SentRejections {

    private static final AtomicLong IDS = new AtomicLong();

    private String organization = "desk";
    private Instant receivedAt = Instant.parse("2026-03-14T12:00:00Z");
    private Channel channel = Channel.BULK;
    private @Nullable UUID delivery;
    private int line = 1;
    private RecordFormat format = RecordFormat.TEXT;

    static SentRejections aRejection() {
        return new SentRejections();
    }

    SentRejections organization(String slug) {
        organization = slug;
        return this;
    }

    SentRejections receivedAt(String instant) {
        receivedAt = Instant.parse(instant);
        return this;
    }

    SentRejections channel(Channel door) {
        channel = door;
        return this;
    }

    SentRejections delivery(UUID id) {
        delivery = id;
        return this;
    }

    SentRejections line(int first) {
        line = first;
        return this;
    }

    SentRejections format(RecordFormat sent) {
        format = sent;
        return this;
    }

    SessionRejection of(String text) {
        Parsed parsed = SessionRecordText.parse(format, text, new Terms(ZoneOffset.UTC, receivedAt));
        List<Violation> violations = ((Parsed.Rejected) parsed)
                .violations().stream()
                        .map(violation -> new Violation(
                                violation.field(),
                                format == RecordFormat.TEXT ? violation.line() + line - 1 : violation.line(),
                                violation.value(),
                                violation.rule(),
                                violation.message()))
                        .toList();
        return new SessionRejection(
                new OrganizationId(organization),
                new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | IDS.incrementAndGet()),
                receivedAt,
                new Origin(channel, "", delivery, line, null),
                format,
                text,
                violations,
                null);
    }
}
