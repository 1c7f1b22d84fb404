package com.sessionanalyzer.query.session.rows;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.query.period.Period;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.HighlightType;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.testing.TestPostgres;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowPagesIT {

    private static final String ORGANIZATION = "row-pages";
    private static LocalDate today = LocalDate.EPOCH;
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final List<String> REGIONS = List.of("EU", "us", "Us", "Asia");
    private static final String EVERYWHERE = "region=EU&region=us&region=Us&region=Asia";
    private static final List<SessionRecord> records = new ArrayList<>();

    private static RunningQueryService service;
    private static WrittenTopics topics;
    private static Position written = Position.BEGINNING;

    @BeforeAll
    static void start() {
        service = RunningQueryService.start(ORGANIZATION, TestPostgres.newDatabase());
        topics = new WrittenTopics();
        today = LocalDate.now(ZoneOffset.UTC);
        Random random = new Random(6);
        for (int i = 0; i < 173; i++) {
            SessionRecord record = record(random, i);
            records.add(record);
            written = written.and(topics.add(record));
        }
    }

    private static SessionRecord record(Random random, int i) {
        LocalDate day = today.minusDays(random.nextInt(12));
        var builder = aSession()
                .organization(ORGANIZATION)
                .customer("customer-" + random.nextInt(6) + ".example")
                .region(REGIONS.get(random.nextInt(REGIONS.size())))
                .sessions(8 + random.nextInt(4))
                .source(random.nextBoolean() ? "MySQL" : "FB Pages")
                .destination("BQ")
                .minutes(random.nextInt(3) == 0 ? null : 8 + random.nextInt(4))
                .observation(i % 10 == 0 ? "The Connector did not connect" : "connect did not the connector " + i)
                .uploadedAt(day.atTime(11 + random.nextInt(2), 0, random.nextInt(2))
                        .toInstant(ZoneOffset.UTC)
                        .toString())
                .localDay(day.toString());
        return (random.nextInt(4) == 0
                        ? builder.highlight(List.of(HighlightType.values()).get(random.nextInt(5)), null, null)
                        : builder)
                .build();
    }

    @AfterAll
    static void stop() {
        topics.close();
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-uploaded_at",
                "+uploaded_at",
                "customer,-minutes",
                "-minutes",
                "+minutes",
                "region,minutes",
                "-region,-minutes,sessions",
                "-sessions,uploaded_at",
                "minutes,-source"
            })
    void leadsThroughAllRowsInTheirOrderForwardAndBackward(String sort) {
        List<String> expected = NaiveOrder.ids(records, RowOrder.parse(sort));

        assertThat(walk(sort, EVERYWHERE, RowPlace.FIRST, "next")).isEqualTo(expected);
        assertThat(walk(sort, EVERYWHERE, RowPlace.LAST, "prev")).isEqualTo(expected);
        assertThat(byNumber(sort)).isEqualTo(expected);
    }

    /** An order of everything is read value by value. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer,-minutes",
                "-minutes",
                "+minutes",
                "-region,-minutes,sessions",
                "+region",
                "-region",
                "+sessions",
                "-sessions,uploaded_at",
                "+source"
            })
    void leadsThroughEverythingInItsOrderForwardAndBackward(String sort) {
        List<String> expected = NaiveOrder.ids(records, RowOrder.parse(sort));

        assertThat(withoutOthers(walk(sort, "", RowPlace.FIRST, "next"))).isEqualTo(expected);
        assertThat(withoutOthers(walk(sort, "", RowPlace.LAST, "prev"))).isEqualTo(expected);
    }

    /** Without what the other tests add. */
    private static List<String> withoutOthers(List<String> ids) {
        Set<String> those =
                records.stream().map(record -> record.id().toString()).collect(Collectors.toSet());
        return ids.stream().filter(those::contains).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "region=EU&region=us",
                "customer=CUSTOMER-1.example&has_time=true",
                "highlight=any",
                "highlight=none&minutes_min=9&minutes_max=10",
                "highlight=none&highlight=other",
                "has_time=false&source=MySQL",
                "period=7d",
                "period=30d&destination=nowhere"
            })
    void listsAndCountsWhatTheFilterMeans(String filter) {
        SessionFilter meant = SessionFilter.read(new Parameters(values(filter)), new Faults(), today, Period.ALL);
        List<SessionRecord> expected = records.stream().filter(meant.on(today)).toList();

        assertThat(walk("customer", filter, RowPlace.FIRST, "next"))
                .isEqualTo(NaiveOrder.ids(expected, RowOrder.parse("-customer")));
        assertThat(list(filter).headers().firstValue("X-Total-Count")).hasValue("" + expected.size());
    }

    @Test
    void doesNotMoveWhenRowsComeBeforeThePlace() {
        written = written.and(topics.add(nowhere("b.example")));
        written = written.and(topics.add(nowhere("d.example")));
        HttpResponse<String> first = list("sort=%2Bcustomer&region=Nowhere&page_size=1&cursor=first");
        String next = link(first, "next");

        written = written.and(topics.add(nowhere("a.example")));
        HttpResponse<String> second = service.get(next + "&after=" + written);

        assertThat(first.body()).contains("b.example");
        assertThat(second.body()).contains("d.example");
        assertThat(service.get(link(second, "prev")).body()).contains("b.example");
    }

    private static SessionRecord nowhere(String customer) {
        return aSession()
                .organization(ORGANIZATION)
                .customer(customer)
                .region("Nowhere")
                .build();
    }

    @Test
    void findsPhrasesAndBeginningsOfWordsInObservations() {
        long phrases = records.stream()
                .filter(record -> record.observation().startsWith("The Connector"))
                .count();

        assertThat(total("q=%22connector%20DID%20not%20connect%22")).isEqualTo(phrases);
        assertThat(total("q=%22did%20not%20connect%22%20customer-1"))
                .isEqualTo(records.stream()
                        .filter(record -> record.observation().startsWith("The Connector"))
                        .filter(record -> record.customer().key().startsWith("customer-1"))
                        .count());
        assertThat(total("q=connecto*&" + EVERYWHERE)).isEqualTo(records.size());
        assertThat(total("q=onnecto*")).isZero();
        assertThat(total("q=onnecto&" + EVERYWHERE)).isEqualTo(records.size());
        assertThat(total("q=o'x%5C%3A*")).isZero();
    }

    @Test
    void answersTheColumnsThatAreChosen() {
        assertThat(list("columns=region,time_consumed,id&page_size=1&has_time=true&region=EU")
                        .body())
                .matches("\\[\\{\"region\":\"EU\",\"time_consumed\":[0-9]+,\"id\":\"[0-9a-f-]+\"}]");
    }

    private static List<String> walk(String sort, String filter, String start, String relation) {
        List<String> ids = new ArrayList<>();
        String address =
                "/api/sessions?page_size=7&sort=" + sort.replace("+", "%2B") + "&cursor=" + start + "&" + filter;
        while (address != null) {
            HttpResponse<String> page = service.get(address + "&after=" + written);
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            List<String> found = idsIn(page.body());
            ids.addAll(relation.equals("next") ? ids.size() : 0, found);
            address = optionalLink(page, relation);
        }
        return ids;
    }

    private static List<String> byNumber(String sort) {
        List<String> ids = new ArrayList<>();
        for (int page = 1; page <= 25; page++) {
            ids.addAll(idsIn(list("page_size=7&" + EVERYWHERE + "&page=" + page + "&sort="
                            + (sort.contains(",") ? sort : sort.replace("+", "%2B")))
                    .body()));
        }
        return ids;
    }

    private static HttpResponse<String> list(String query) {
        HttpResponse<String> answer = service.get("/api/sessions?" + query + "&after=" + written);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static long total(String query) {
        return Long.parseLong(list(query).headers().firstValue("X-Total-Count").orElseThrow());
    }

    private static String link(HttpResponse<String> answer, String relation) {
        String link = optionalLink(answer, relation);
        assertThat(link).as(relation).isNotNull();
        return String.valueOf(link);
    }

    private static @Nullable String optionalLink(HttpResponse<String> answer, String relation) {
        Matcher link = Pattern.compile("<([^>]*)>; rel=\"" + relation + "\"")
                .matcher(answer.headers().firstValue("Link").orElse(""));
        return link.find() ? link.group(1) : null;
    }

    private static List<String> idsIn(String body) {
        return ID.matcher(body).results().map(match -> match.group(1)).toList();
    }

    private static Map<String, List<String>> values(String query) {
        return Arrays.stream(query.split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.groupingBy(
                        part -> part[0], Collectors.mapping(part -> part[1], Collectors.toList())));
    }
}
