package com.sessionanalyzer.standalone.verify;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.session.SessionRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowComparisonTests {

    private final SessionRecord session = aSession().region("EU").build();
    private final Differences differences = new Differences();
    private final RowComparison comparison = new RowComparison(List.of(session), differences);

    @Test
    void findsNothingWhenAllIsEqual() {
        comparison.compare(session.id(), SessionRowFields.of(session));

        assertThat(comparison.finish()).isEqualTo(1);
        assertThat(differences.isEmpty()).isTrue();
    }

    @Test
    void findsEachFieldThatDiffers() {
        Map<String, Object> row = new HashMap<>(SessionRowFields.of(session));
        row.put("region", "US");
        row.put("minutes", "nothing");

        comparison.compare(session.id(), row);

        assertThat(differences.sentences())
                .containsExactlyInAnyOrder(
                        "row " + session.id() + " region: the log says EU, found US",
                        "row " + session.id() + " minutes: the log says 15, found nothing");
    }

    @Test
    void findsAMissingRow() {
        comparison.finish();

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
    void saysAtMostFiftyInWordsAndHowManyMore() {
        List<SessionRecord> many =
                Stream.generate(() -> aSession().build()).limit(60).toList();

        new RowComparison(many, differences).finish();

        assertThat(differences.count()).isEqualTo(60);
        assertThat(differences.sentences()).hasSize(51).endsWith("and 10 more");
    }
}
