package com.sessionanalyzer.analytics.session;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.cube.CubeEntry;
import com.sessionanalyzer.schema.cube.CubeKey;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.CustomerEntry;
import com.sessionanalyzer.schema.session.CustomerEntry.Activity;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTopologyTests {

    @TempDir
    Path directory;

    private SessionTopologyDriver topology;

    @BeforeEach
    void start() {
        topology = new SessionTopologyDriver(directory);
    }

    @AfterEach
    void stop() {
        topology.close();
    }

    @Test
    void countsRecordsPerCellAndCustomer() {
        SessionRecord first = aSession().region("EU").sessions(3).minutes(15).build();
        SessionRecord second = aSession().region("EU").sessions(4).minutes(15).build();
        SessionRecord other = aSession().customer("b.cz").region("US").untimed().build();

        topology.put(first, second, other);
        topology.emit();

        assertHolds(first, second, other);
    }

    @Test
    void emitsNothingBeforeTheIntervalIsOverAndNothingTwice() {
        topology.put(aSession().build());

        assertThat(topology.cube()).isEmpty();
        assertThat(topology.emit()).isNotEmpty();
        assertThat(topology.emit()).isEmpty();
    }

    @Test
    void emitsOnlyWhatChanged() {
        topology.put(aSession().customer("a.cz").region("EU").build());
        topology.emit();

        topology.put(aSession().customer("a.cz").region("EU").build());

        assertThat(topology.emit())
                .extracting(key ->
                        key.parts().get(0) + " " + key.parts().get(key.parts().size() - 2))
                .containsExactly("cell MySQL", "tally recorded", "tally repeat-customers", "progress progress");
    }

    @Test
    void subtractsADeletedRecordAndLeavesNothingOfItsCell() {
        SessionRecord kept = aSession().customer("a.cz").build();
        SessionRecord deleted =
                aSession().customer("b.cz").localDay("2026-01-01").build();
        topology.put(kept, deleted);
        topology.emit();

        topology.delete(deleted.key());
        topology.emit();

        assertHolds(kept);
    }

    @Test
    void movesAReplacedRecordToItsNewCell() {
        SessionRecord record = aSession().region("EU").minutes(15).build();
        topology.put(record);
        topology.emit();

        SessionRecord corrected = aSession()
                .id(record.id())
                .region("US")
                .uploadedAt("2026-05-01T08:00:00Z")
                .untimed()
                .build();
        topology.put(corrected);
        topology.emit();

        assertHolds(corrected);
    }

    @Test
    void changesNothingOnReplayButMovesOn() {
        SessionRecord record = aSession().build();
        topology.put(record);
        topology.emit();
        topology.put(record, record);

        assertThat(topology.emit()).containsExactly(new CubeKey.Progress(0));

        assertHolds(record);
        assertThat(topology.cubeProgress())
                .extracting(CubeEntry.Progress::offset)
                .isEqualTo(2L);
    }

    @Test
    void countsWhatBecameOfRecordsPerChannel() {
        SessionRecord form = aSession().channel(Channel.FORM).sessions(1).build();
        SessionRecord bulk = aSession().channel(Channel.BULK).build();
        SessionRecord corrected =
                aSession().id(form.id()).channel(Channel.FORM).sessions(2).build();
        topology.put(form, bulk, form, corrected, bulk, corrected);
        topology.emit();
        assertThat(topology.fates()).containsExactly("corrected form 1", "recorded bulk 1", "recorded form 1");

        topology.delete(bulk.key());
        topology.delete(bulk.key());
        topology.put(bulk);
        topology.emit();

        assertThat(topology.fates())
                .containsExactly("corrected form 1", "deleted bulk 1", "recorded bulk 2", "recorded form 1");
    }

    @Test
    void countsWhatBecomesUnreadableAsEndedAndWhatNeverWasReadableAsNothing() {
        SessionRecord session = aSession().channel(Channel.FORM).build();
        topology.put(session);
        topology.put(session.key().encode(), new byte[] {1});
        topology.put(session.key().encode(), new byte[] {2});
        topology.put(aSession().build().key().encode(), new byte[] {1});
        topology.emit();
        assertThat(topology.fates()).containsExactly("deleted form 1", "recorded form 1");

        topology.put(session);
        topology.emit();

        assertThat(topology.fates()).containsExactly("deleted form 1", "recorded form 2");
    }

    @Test
    void endsInOneChannelAndBeginsInTheOtherWhenAVersionComesFromElsewhere() {
        SessionRecord form = aSession().channel(Channel.FORM).build();
        topology.put(form, aSession().id(form.id()).channel(Channel.DESK).build());
        topology.emit();

        assertThat(topology.fates()).containsExactly("deleted form 1", "recorded desk 1", "recorded form 1");
    }

    @Test
    void ignoresTheDeletionOfAnUnknownRecord() {
        topology.delete(aSession().build().key());

        assertThat(topology.emit()).containsExactly(new CubeKey.Progress(0));
        assertThat(topology.deadLetters()).isEmpty();
    }

    @Test
    void keepsOrganizationsApart() {
        SessionRecord ours = aSession().organization("ours").build();
        SessionRecord theirs = aSession().organization("theirs").build();
        topology.put(ours, theirs);
        topology.emit();

        topology.delete(theirs.key());
        topology.emit();

        assertHolds(ours);
    }

    @Test
    void displaysTheCustomersOwnNameBeforeOneThatWasMergedIntoIt() {
        SessionRecord merged = aSession()
                .customer("ACME Inc")
                .mergedInto("acme.com")
                .createdAt("2026-01-01T00:00:00Z")
                .build();
        SessionRecord own = aSession()
                .customer("Acme.com")
                .createdAt("2026-01-02T00:00:00Z")
                .build();
        topology.put(merged, own);
        topology.emit();
        assertThat(displayedNames()).containsExactly("Acme.com");
        assertHolds(merged, own);

        topology.delete(own.key());
        topology.emit();

        assertThat(displayedNames()).containsExactly("ACME Inc");
        assertHolds(merged);
    }

    @Test
    void displaysTheSpellingOfTheOldestRecordLeft() {
        SessionRecord oldest = aSession()
                .customer("ACME.com")
                .createdAt("2026-01-01T00:00:00Z")
                .build();
        SessionRecord newer = aSession()
                .customer("Acme.com")
                .createdAt("2026-01-02T00:00:00Z")
                .build();
        SessionRecord newest = aSession()
                .customer("acme.com")
                .createdAt("2026-01-03T00:00:00Z")
                .build();
        topology.put(newest, oldest, newer);
        topology.emit();
        assertThat(displayedNames()).containsExactly("ACME.com");

        topology.delete(oldest.key());
        topology.emit();

        assertThat(displayedNames()).containsExactly("Acme.com");
        assertHolds(newer, newest);
    }

    @Test
    void endsEveryBatchWithTheSameProgressInBothTopics() {
        topology.put(
                aSession().createdAt("2026-03-01T00:00:00Z").build(),
                aSession().createdAt("2026-02-01T00:00:00Z").build());

        List<CubeKey> emitted = topology.emit();

        assertThat(emitted.get(emitted.size() - 1)).isEqualTo(new CubeKey.Progress(0));
        assertThat(topology.cubeProgress()).isEqualTo(new CubeEntry.Progress(1, Instant.parse("2026-03-01T00:00:00Z")));
        assertThat(topology.customerProgress())
                .isEqualTo(new CustomerEntry.Progress(1, Instant.parse("2026-03-01T00:00:00Z")));
    }

    @Test
    void sendsAnUnreadableValueToTheDeadLettersWithItsCause() {
        SessionRecord good = aSession().build();
        SessionRecord bad = aSession().build();
        topology.put(good);
        topology.put(bad.key().encode(), "not a record".getBytes(UTF_8));
        topology.emit();

        assertHolds(good);
        assertThat(topology.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo(bad.key().encode());
            assertThat(letter.value()).isEqualTo("not a record".getBytes(UTF_8));
            assertThat(headers(letter))
                    .containsEntry("__streams.errors.topic", "session-records")
                    .containsEntry("__streams.errors.partition", "0")
                    .containsEntry("__streams.errors.offset", "1")
                    .containsEntry("__streams.errors.exception", "com.sessionanalyzer.schema.UnreadableEventException")
                    .containsKey("__streams.errors.message");
        });
    }

    @Test
    void countsAnUnreadableValueAsNothingUntilItIsReplaced() {
        SessionRecord record = aSession().build();
        topology.put(record);
        topology.put(record.key().encode(), new byte[0]);
        topology.emit();
        assertHolds();

        topology.put(record);
        topology.emit();

        assertHolds(record);
    }

    @Test
    void takesAValueUnderAnotherKeyAsUnreadable() {
        SessionRecord record = aSession().build();

        topology.put(aSession().build().key().encode(), SessionRecordCodec.encode(record));
        topology.emit();

        assertHolds();
        assertThat(topology.deadLetters()).hasSize(1);
    }

    @Test
    void sendsAnUnreadableKeyToTheDeadLetters() {
        topology.put(
                "no key".getBytes(UTF_8), SessionRecordCodec.encode(aSession().build()));
        topology.put("no key".getBytes(UTF_8), null);
        topology.emit();

        assertHolds();
        assertThat(topology.deadLetters()).hasSize(2);
    }

    @Test
    void keepsNothingOfWhatIsGoneButThatItWasThere() {
        SessionRecord record = aSession().build();
        topology.put(record);
        topology.emit();
        topology.delete(record.key());
        topology.emit();

        assertThat(keys("session-ledger")).isEmpty();
        assertThat(keys("session-aggregates"))
                .containsExactly("p", "ttally\t0\tdefault\tdeleted\ttext", "ttally\t0\tdefault\trecorded\ttext");
    }

    private void assertHolds(SessionRecord... live) {
        Recount expected = Recount.of(Arrays.asList(live), session -> 0);
        assertThat(topology.cube()).containsExactlyInAnyOrderEntriesOf(expected.cube());
        assertThat(topology.customers()).containsExactlyInAnyOrderEntriesOf(expected.customers());
    }

    private List<String> displayedNames() {
        return topology.customers().values().stream()
                .filter(Activity.class::isInstance)
                .map(entry -> ((Activity) entry).displayName())
                .toList();
    }

    private List<String> keys(String store) {
        return topology.keys(store).stream()
                .map(key -> new String(key.get(), UTF_8))
                .toList();
    }

    private static Map<String, String> headers(TestRecord<byte[], byte[]> letter) {
        return Arrays.stream(letter.headers().toArray())
                .collect(toMap(Header::key, header -> new String(header.value(), UTF_8)));
    }
}
