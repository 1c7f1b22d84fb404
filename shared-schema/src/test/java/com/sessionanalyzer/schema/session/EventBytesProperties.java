package com.sessionanalyzer.schema.session;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.AvroCodec;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.cube.CubeEntry;
import com.sessionanalyzer.schema.cube.PartCounts;
import com.sessionanalyzer.schema.cube.PartCounts.ValueListener;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** What is written by hand is what Avro writes and reads. */
class EventBytesProperties {

    private static final AvroCodec RECORD = AvroCodec.of("session-record", 2);
    private static final AvroCodec CUBE = AvroCodec.of("cube-entry", 1);
    private static final AvroCodec CUSTOMER = AvroCodec.of("customer-entry", 3);
    private static final AvroCodec REJECTION = AvroCodec.of("session-rejection", 2);

    @Property
    void writesRecordsAsAvroDoes(@ForAll("records") SessionRecord session) {
        byte[] bytes = SessionRecordCodec.encode(session);

        GenericRecord avro = (GenericRecord) RECORD.decode(bytes);

        assertThat(RECORD.encode(avro)).isEqualTo(bytes);
        assertThat(SessionRecordCodec.decode(bytes)).isEqualTo(session);
        assertThat(fields(avro))
                .containsExactly(
                        session.organization().value(),
                        session.customer().spelling(),
                        session.customer().key(),
                        session.region(),
                        "" + session.sessions(),
                        session.source(),
                        session.destination(),
                        "" + session.minutes(),
                        session.observation(),
                        "" + session.uploadedAt().toEpochMilli(),
                        "" + session.createdAt().toEpochMilli(),
                        "" + session.localDay().toEpochDay(),
                        session.channel().code(),
                        "" + session.revision(),
                        session.origin().sender(),
                        "" + session.origin().line());
        assertThat(AvroCodec.uuid(avro.get("id"))).isEqualTo(session.id());
        assertThat(AvroCodec.uuidOrNull(avro.get("delivery")))
                .isEqualTo(session.origin().delivery());
        assertThat(AvroCodec.uuidOrNull(avro.get("rejection")))
                .isEqualTo(session.origin().rejection());
        assertHighlight((GenericRecord) avro.get("highlight"), session.highlight());
    }

    @Property(tries = 300)
    void writesRejectionsAsAvroDoes(
            @ForAll("rejections") SessionRejection rejection, @ForAll("settlements") @Nullable Settlement settlement) {
        SessionRejection settled = settlement == null ? rejection : rejection.settled(settlement);
        byte[] bytes = SessionRejectionCodec.encode(settled);

        GenericRecord avro = (GenericRecord) REJECTION.decode(bytes);

        assertThat(REJECTION.encode(avro)).isEqualTo(bytes);
        assertThat(SessionRejectionCodec.decode(bytes)).isEqualTo(settled);
        assertThat(avro.get("text")).hasToString(settled.text());
        assertThat(avro.get("sender")).hasToString(settled.origin().sender());
    }

    @Property(tries = 300)
    void writesCustomersAsAvroDoes(
            @ForAll("names") String name, @ForAll long count, @ForAll("times") Instant at, @ForAll("ids") UUID id) {
        CustomerEntry.Activity activity = new CustomerEntry.Activity(
                name, count, count + 1, count - 1, at, at.plusMillis(1), at.minusMillis(1), id, null);
        PartCounts routes = new PartCounts(3);
        routes.add(List.of(name, "MySQL", name), 1, ValueListener.NONE);
        routes.add(List.of("EU", "MySQL", "S3"), count >>> 1 | 1, ValueListener.NONE);

        for (CustomerEntry entry : List.of(
                activity,
                activity.with(new PartCounts(3)),
                activity.with(routes),
                new CustomerEntry.Visits(count),
                new CustomerEntry.Progress(count, at))) {
            byte[] bytes = entry.encode();

            assertThat(CUSTOMER.encode(CUSTOMER.decode(bytes))).isEqualTo(bytes);
            assertThat(CustomerEntry.decode(bytes)).isEqualTo(entry);
        }
    }

    @Property(tries = 300)
    void writesCellsAsAvroDoes(
            @ForAll List<Long> measures, @ForAll Map<Integer, Long> histogram, @ForAll("times") Instant at) {
        CubeEntry cell = new CubeEntry.Cell(measures, new TreeMap<>(histogram));

        for (CubeEntry entry :
                List.of(cell, new CubeEntry.Tally(measures.size()), new CubeEntry.Progress(histogram.size(), at))) {
            byte[] bytes = entry.encode();

            assertThat(CUBE.encode(CUBE.decode(bytes))).isEqualTo(bytes);
            assertThat(CubeEntry.decode(bytes)).isEqualTo(entry);
        }
    }

    private static List<String> fields(GenericRecord avro) {
        return List.of(
                        "organization",
                        "customer",
                        "customerKey",
                        "region",
                        "sessions",
                        "source",
                        "destination",
                        "minutes",
                        "observation",
                        "uploadedAt",
                        "createdAt",
                        "localDay",
                        "channel",
                        "revision",
                        "sender",
                        "line")
                .stream()
                .map(field -> String.valueOf(avro.get(field)))
                .toList();
    }

    private static void assertHighlight(@Nullable GenericRecord avro, @Nullable Highlight highlight) {
        if (highlight == null) {
            assertThat(avro).isNull();
            return;
        }
        assertThat(requireNonNull(avro).get("type"))
                .hasToString(highlight.type().code());
        assertThat(String.valueOf(avro.get("url"))).isEqualTo(String.valueOf(highlight.url()));
        assertThat(String.valueOf(avro.get("details"))).isEqualTo(String.valueOf(highlight.details()));
    }

    @Provide
    Arbitrary<SessionRecord> records() {
        Arbitrary<Highlight> highlights = Combinators.combine(
                        Arbitraries.of(HighlightType.class),
                        Arbitraries.of("https://t.example/1").injectNull(0.5),
                        texts().injectNull(0.5))
                .as(Highlight::new);
        return Combinators.combine(
                        ids(),
                        names(),
                        names(),
                        Arbitraries.integers().between(1, 100_000),
                        Arbitraries.integers().between(1, 120).injectNull(0.3),
                        texts(),
                        highlights.injectNull(0.5),
                        Combinators.combine(times(), origins()).as(Came::new))
                .as((id, customer, name, sessions, minutes, observation, highlight, came) -> new SessionRecord(
                        new OrganizationId("acme"),
                        id,
                        new CustomerName(customer, name),
                        customer + "r",
                        sessions,
                        name + "s",
                        customer + "d",
                        minutes,
                        observation,
                        highlight,
                        came.at(),
                        came.at().plusMillis(sessions),
                        LocalDate.ofEpochDay(sessions - 50_000),
                        came.origin(),
                        sessions - 1));
    }

    @Provide
    Arbitrary<SessionRejection> rejections() {
        Arbitrary<Violation> violations = Combinators.combine(
                        texts(), Arbitraries.integers(), Arbitraries.of("required", "too-long"))
                .as((text, line, rule) -> new Violation("region", line, text, rule, text));
        return Combinators.combine(
                        ids(),
                        times(),
                        origins(),
                        Arbitraries.of(RecordFormat.class),
                        texts(),
                        violations.list().ofMinSize(1).ofMaxSize(4))
                .as((id, at, origin, format, text, broken) -> new SessionRejection(
                        new OrganizationId("acme"),
                        id,
                        at,
                        new Origin(origin.channel(), origin.sender(), origin.delivery(), origin.line(), null),
                        format,
                        text,
                        broken,
                        null));
    }

    @Provide
    Arbitrary<Settlement> settlements() {
        return Combinators.combine(ids().injectNull(0.5), times(), texts())
                .as((record, at, text) -> new Settlement(
                        record == null ? Settlement.Kind.DISMISSED : Settlement.Kind.RESUBMITTED,
                        at,
                        "anna",
                        text,
                        record))
                .injectNull(0.3);
    }

    private static Arbitrary<Origin> origins() {
        return Combinators.combine(
                        Arbitraries.of(Channel.class),
                        texts(),
                        ids().injectNull(0.5),
                        Arbitraries.integers(),
                        ids().injectNull(0.5))
                .as(Origin::new);
    }

    @Provide
    static Arbitrary<UUID> ids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }

    @Provide
    static Arbitrary<Instant> times() {
        return Arbitraries.longs().between(-1L << 44, 1L << 44).map(Instant::ofEpochMilli);
    }

    @Provide
    static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars('a', 'Z', '.', 'é', '€', 'ß')
                .ofMinLength(1)
                .ofMaxLength(60);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ascii().ofMaxLength(150),
                Arbitraries.strings().all().ofMaxLength(100).map(text -> text.replaceAll("\\p{Cs}", "?")),
                Arbitraries.of("", "🎉".repeat(60)));
    }

    private record Came(Instant at, Origin origin) {}
}
