package com.sessionanalyzer.standalone.verify;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.session.SessionRecord;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowComparisonTests {

    private final SessionRecord session = aSession().region("EU").build();
    private final Differences differences = new Differences();
    private final RowComparison comparison = new RowComparison(differences);

    @BeforeEach
    void expectTheSession() {
        comparison.expect(List.of(session));
    }

    @Test
    void findsNothingWhenAllIsEqual() {
        comparison.compare(session.id(), SessionRowFields.of(session));

        comparison.endOfBucket();

        assertThat(comparison.compared()).isEqualTo(1);
        assertThat(comparison.expected()).isEqualTo(1);
        assertThat(differences.isEmpty()).isTrue();
    }

    @Test
    void findsEachFieldThatDiffers() {
        SessionRecord other = aSession().id(session.id()).region("US").untimed().build();

        comparison.compare(session.id(), SessionRowFields.of(other));

        assertThat(differences.sentences())
                .containsExactlyInAnyOrder(
                        "row " + session.id() + " region: the log says EU, found US",
                        "row " + session.id() + " minutes: the log says 15, found nothing");
    }

    @Test
    void takesTheSymbolOfNulForIt() {
        SessionRecord odd = aSession().observation("a\0b").build();
        SessionRecord row = aSession().id(odd.id()).observation("a\u2400b").build();

        comparison.expect(List.of(odd));
        comparison.compare(odd.id(), SessionRowFields.of(row));

        assertThat(differences.isEmpty()).isTrue();
    }

    @Test
    void findsAMissingRow() {
        comparison.endOfBucket();

        assertThat(differences.sentences())
                .containsExactly("row " + session.id() + ": the log says a record, found nothing");
    }

    @Test
    void findsARowTooMany() {
        SessionRecord other = aSession().customer("ghost.com").build();

        comparison.compare(other.id(), SessionRowFields.of(other));

        assertThat(differences.sentences())
                .containsExactly("row " + other.id() + ": the log says nothing, found a row of ghost.com");
    }

    @Test
    void forgetsABucketBeforeTheNext() {
        SessionRecord next = aSession().build();

        comparison.compare(session.id(), SessionRowFields.of(session));
        comparison.endOfBucket();
        comparison.expect(List.of(next));
        comparison.compare(next.id(), SessionRowFields.of(next));
        comparison.endOfBucket();

        assertThat(comparison.compared()).isEqualTo(2);
        assertThat(differences.isEmpty()).isTrue();
    }

    @Test
    void saysAtMostFiftyInWordsAndHowManyMore() {
        List<SessionRecord> many =
                Stream.generate(() -> aSession().build()).limit(60).toList();

        comparison.compare(session.id(), SessionRowFields.of(session));
        comparison.expect(many);
        comparison.endOfBucket();

        assertThat(differences.count()).isEqualTo(60);
        assertThat(differences.sentences()).hasSize(51).endsWith("and 10 more");
    }
}
