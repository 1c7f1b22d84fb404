package com.sessionanalyzer.query.session.search;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.testing.TestPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Searches find the same before and after blocks are known, and read few of them then. */
class SearchedBlocksIT {

    private static final String ORGANIZATION = "searched-blocks";
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final List<String> WORDS =
            List.of("connector", "did", "not", "connect", "größer", "100%", "a_b", "o'clock", "हिन्दी", "timeout");

    private static final List<SessionRecord> records = new ArrayList<>();
    private static RunningQueryService service;
    private static WrittenTopics topics;
    private static JdbcTemplate database;
    private static Position written = Position.BEGINNING;

    @BeforeAll
    static void start() {
        service = RunningQueryService.start(ORGANIZATION, TestPostgres.newDatabase());
        database = new JdbcTemplate(service.bean(DataSource.class));
        topics = new WrittenTopics();
        Random random = new Random(11);
        for (int i = 0; i < 3_000; i++) {
            add(record(random, i));
        }
        awaitKnown();
    }

    @AfterAll
    static void stop() {
        topics.close();
        service.close();
    }

    private static SessionRecord record(Random random, int i) {
        return aSession()
                .organization(ORGANIZATION)
                .customer("customer-" + random.nextInt(500) + ".example")
                .region(random.nextInt(100) == 0 ? "Atlantis" : "EU")
                .observation(
                        random.ints(4, 0, WORDS.size()).mapToObj(WORDS::get).collect(Collectors.joining(" "))
                                + (i % 700 == 0 ? " Unheard-of " + i : ""))
                .build();
    }

    private static void add(SessionRecord record) {
        records.add(record);
        written = written.and(topics.add(record));
    }

    /** All blocks whose offsets have been read. */
    private static void awaitKnown() {
        list("EU");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> requireNonNull(database.queryForObject(
                        "select coalesce(bool_and(p.next_block = o.next_offset / 128), false) and not exists (select from session_search_left)"
                                + " from projection_offset o join session_search_progress p on p.log_partition = o.partition"
                                + " where o.topic = 'session-records'",
                        Boolean.class)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unheard-of 1400",
                "nheard",
                "atlantis",
                "customer-77.",
                "größer 100%",
                "a_b o'clock",
                "zz",
                "not there"
            })
    void findsPiecesOfText(String search) {
        List<String> expected = records.stream()
                .filter(record -> SearchText.parse(search).parts().stream().allMatch(SearchText.of(record)::contains))
                .map(record -> record.id().toString())
                .toList();

        assertThat(list(search)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"unheard of 700\"", "unhea*", "unhea* \"of 2100\""})
    void findsPhrasesAndBeginningsOfWords(String search) {
        String of = search.replaceAll("\\D", "");
        List<String> expected = records.stream()
                .filter(record -> record.observation().contains("Unheard-of " + of))
                .map(record -> record.id().toString())
                .toList();

        assertThat(expected).isNotEmpty();
        assertThat(list(search)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"हिन्दी हिन्दी\"", "\"größer हिन्दी\""})
    void findsPhrasesOfAnyScript(String search) {
        String phrase = search.replace("\"", "");
        List<String> expected = records.stream()
                .filter(record -> record.observation().contains(phrase))
                .map(record -> record.id().toString())
                .toList();

        assertThat(expected).isNotEmpty();
        assertThat(list(search)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void readsFewBlocksForWhatIsRareAndDoesNotNameThemForWhatIsNot() {
        int unfinished = WrittenTopics.PARTITIONS;

        assertThat(blocks("unheard"))
                .hasValueSatisfying(blocks -> assertThat(blocks).hasSizeBetween(5, 5 + unfinished));
        assertThat(blocks("connect")).isEmpty();
        assertThat(blocks("un")).isEmpty();
    }

    @Test
    void forgetsWhatADeletedRecordSaid() {
        SessionRecord record = known("deleted.example", "quixotic beginnings");

        written = written.and(topics.delete(record));

        assertThat(list("quixotic")).isEmpty();
        awaitKnown();
        assertThat(known("quixotic")).isZero();
    }

    @Test
    void forgetsWhatACorrectedRecordSaidAndFindsWhatItSaysNow() {
        SessionRecord record = known("corrected.example", "whimsical beginnings");

        HttpResponse<String> corrected = service.put(
                "/api/sessions/" + record.id(),
                "{\"customer\":\"corrected.example\",\"region\":\"EU\",\"sessions\":1,\"source\":\"MySQL\","
                        + "\"destination\":\"BQ\",\"observation\":\"serendipitous ends\"}",
                "If-Match",
                "\"0\"");

        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(200);
        written = written.and(
                Position.parse(corrected.headers().firstValue(Position.HEADER).orElseThrow()));
        assertThat(list("whimsical")).isEmpty();
        assertThat(list("serendipitous")).containsExactly(record.id().toString());
        awaitKnown();
        assertThat(known("whimsical")).isZero();
    }

    /** A record that is found before its block is known and afterwards. */
    private static SessionRecord known(String customer, String observation) {
        SessionRecord record = aSession()
                .organization(ORGANIZATION)
                .customer(customer)
                .observation(observation)
                .build();
        String word = observation.substring(0, observation.indexOf(' '));
        written = written.and(topics.add(record));
        assertThat(list(word)).containsExactly(record.id().toString());
        fill(record);
        awaitKnown();
        assertThat(list(word)).containsExactly(record.id().toString());
        assertThat(known(word)).isOne();
        return record;
    }

    @Test
    void startsOverWhenTheRowsDo() {
        awaitKnown();
        database.execute("truncate projection_offset, session_record");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> requireNonNull(database.queryForObject(
                                "select count(*) from session_record where organization = ?", Long.class, ORGANIZATION))
                        >= records.size());
        awaitKnown();

        assertThat(list("unheard")).hasSize(5);
    }

    /** Ends the block of a record. */
    private static void fill(SessionRecord like) {
        for (int i = 0; i < 2 * BlockNumbers.SIZE; i++) {
            written = written.and(topics.add(aSession()
                    .organization(ORGANIZATION)
                    .customer(like.customer().spelling())
                    .observation("plain")
                    .build()));
        }
    }

    private static long known(String text) {
        Grams grams = new Grams();
        grams.require(text);
        return requireNonNull(database.queryForObject(
                "select count(*) from session_search_block where grams @> ?", Long.class, (Object) grams.numbers()));
    }

    private static Optional<long[]> blocks(String search) {
        try (EntityManager entities = service.bean(EntityManagerFactory.class).createEntityManager()) {
            return new SearchedBlocks(entities).of(SearchText.parse(search));
        }
    }

    private static List<String> list(String search) {
        List<String> ids = new ArrayList<>();
        HttpResponse<String> answer;
        do {
            answer = service.get("/api/sessions?page_size=100&page=" + (1 + ids.size() / 100) + "&q="
                    + URLEncoder.encode(search, StandardCharsets.UTF_8) + "&after=" + written);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            ID.matcher(answer.body()).results().map(match -> match.group(1)).forEach(ids::add);
        } while (ids.size() % 100 == 0 && answer.body().contains("\"id\""));
        assertThat(answer.headers().firstValue("X-Total-Count")).hasValue("" + ids.size());
        return ids;
    }
}
