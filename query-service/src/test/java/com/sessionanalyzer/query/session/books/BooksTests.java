package com.sessionanalyzer.query.session.books;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.projection.ProjectionProgress.Contained;
import com.sessionanalyzer.query.session.LedgerCounts;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.intake.IntakeCount;
import com.sessionanalyzer.schema.intake.IntakeCountKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BooksTests {

    private static final OrganizationId OURS = new OrganizationId("ours");
    private static final Sample.Reached ALL = new Sample.Reached(true, true, true);
    private static final Instant AT = Instant.parse("2026-03-14T12:00:00Z");

    @Test
    void balancesWhatStandsStill() {
        IntakeCount counts = count(10, 6, 1, 3, 2, 1);

        Pipeline books = books(counts, counts, 5, 5, 3, true);

        assertThat(books.balance()).isEqualTo(Balance.BALANCED);
        assertThat(books.total().live()).isEqualTo(5);
        assertThat(books.off()).isEmpty();
    }

    @Test
    void saysByHowMuchRowsAreTooFew() {
        IntakeCount counts = count(6, 6, 0, 0, 0, 0);

        Pipeline books = books(counts, counts, 6, 5, 0, true);

        assertThat(books.balance()).isEqualTo(Balance.OFF);
        assertThat(books.off())
                .extracting(Equation::channel, Equation::stage, Equation::difference)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("api", Stage.ROWS, -1L),
                        org.assertj.core.groups.Tuple.tuple("all", Stage.ROWS, -1L));
    }

    @Test
    void saysByHowMuchTheLedgerHasTooMany() {
        IntakeCount counts = count(6, 6, 0, 0, 0, 0);

        Pipeline books = books(counts, counts, 8, 6, 0, true);

        assertThat(difference(books, Stage.LEDGER)).isEqualTo(2);
        assertThat(difference(books, Stage.CELLS)).isEqualTo(2);
        assertThat(difference(books, Stage.ROWS)).isZero();
    }

    @Test
    void findsAMissingRejection() {
        IntakeCount counts = count(6, 4, 0, 2, 0, 0);

        Pipeline books = books(counts, counts, 4, 4, 1, true);

        assertThat(difference(books, Stage.REJECTIONS)).isEqualTo(-1);
    }

    @Test
    void countsErasedRejectionsAsRejected() {
        Pipeline books = erased(count(5, 0, 0, 5, 0, 0), Map.of("api", 2L), Map.of("api", 3L));

        assertThat(books.balance()).isEqualTo(Balance.BALANCED);
        assertThat(books.total().erasedRejections()).isEqualTo(3);
    }

    @Test
    void findsARejectionThatIsThereAndErased() {
        Pipeline books = erased(count(5, 0, 0, 5, 0, 0), Map.of("api", 3L), Map.of("api", 3L));

        assertThat(difference(books, Stage.REJECTIONS)).isEqualTo(1);
        assertThat(books.off()).extracting(Equation::channel).containsExactly("api", "all");
    }

    @Test
    void blamesNoChannelForErasedRejectionsWhoseChannelIsForgotten() {
        Map<String, Long> forgotten = Map.of(TableCounts.UNKNOWN, 2L);

        Pipeline books = erased(count(5, 0, 0, 5, 0, 0), Map.of("api", 3L), forgotten);
        Pipeline oneMissing = erased(count(5, 0, 0, 5, 0, 0), Map.of("api", 2L), forgotten);

        assertThat(books.off()).isEmpty();
        assertThat(books.channels()).extracting(ChannelFlow::channel).containsExactly("api");
        assertThat(requireNonNull(books.total().at(Stage.REJECTIONS)).balance()).isEqualTo(Balance.BALANCED);
        assertThat(difference(oneMissing, Stage.REJECTIONS)).isEqualTo(-1);
    }

    @Test
    void findsCountsThatDoNotAddUp() {
        IntakeCount counts = count(7, 4, 0, 2, 0, 0);

        Pipeline books = books(counts, counts, 4, 4, 2, true);

        assertThat(difference(books, Stage.RECEIVED)).isEqualTo(1);
    }

    @Test
    void callsWhatIsBehindInTransitAndNotOff() {
        IntakeCount counts = count(6, 6, 0, 0, 0, 0);

        Pipeline books = books(counts, counts, 2, 3, 0, false);

        assertThat(books.balance()).isEqualTo(Balance.IN_TRANSIT);
        assertThat(books.off()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"LEDGER", "ROWS", "REJECTIONS"})
    void hidesNothingOfTheOthersWhenOneIsBehind(Stage behind) {
        IntakeCount counts = count(9, 6, 0, 3, 0, 0);
        Sample.Reached reached =
                new Sample.Reached(behind != Stage.LEDGER, behind != Stage.ROWS, behind != Stage.REJECTIONS);
        Sample sample = new Sample(
                AT,
                totals(counts),
                rows(Map.of("api", 5L), Map.of("api", 2L)),
                Map.of(OURS, ledger(5)),
                totals(counts),
                reached,
                List.of(),
                0);

        Pipeline books = new Books(OURS, sample, null, Map.of()).pipeline();

        for (Stage stage : List.of(Stage.LEDGER, Stage.CELLS, Stage.ROWS, Stage.REJECTIONS)) {
            boolean unknown = stage == behind || (behind == Stage.LEDGER && stage == Stage.CELLS);
            assertThat(difference(books, stage)).as(stage.title()).isEqualTo(unknown ? 0 : -1);
        }
    }

    @Test
    void seesThroughTrafficThatARowIsMissing() {
        Pipeline books = books(count(100, 100, 0, 0, 0, 0), count(110, 110, 0, 0, 0, 0), 105, 99, 0, true);

        assertThat(difference(books, Stage.ROWS)).isEqualTo(-1);
        assertThat(difference(books, Stage.LEDGER)).isZero();
    }

    @Test
    void showsChannelsThatOnlyOnePlaceKnows() {
        TableCounts rows = rows(Map.of("form", 1L), Map.of());
        Sample sample =
                new Sample(AT, new CountTotals(Map.of()), rows, Map.of(), new CountTotals(Map.of()), ALL, List.of(), 0);

        Pipeline books = new Books(OURS, sample, null, Map.of("bulk", 7L)).pipeline();

        assertThat(books.channels()).extracting(ChannelFlow::channel).containsExactly("bulk", "form");
        assertThat(books.channels().get(0).received()).isEqualTo(7);
        assertThat(books.channels().get(0).inFlight()).isEqualTo(7);
        assertThat(books.off())
                .hasSize(2)
                .allSatisfy(off -> assertThat(off.difference()).isEqualTo(1));
    }

    @Test
    void takesRatesFromTheSampleBefore() {
        Sample then = sample(AT.minusSeconds(2), count(4, 4, 0, 0, 0, 0), 4);
        Sample now = sample(AT, count(10, 10, 0, 0, 0, 0), 10);

        assertThat(new Books(OURS, now, then, Map.of()).pipeline().total().receivedPerSecond())
                .isEqualTo(3);
        assertThat(new Books(OURS, now, null, Map.of()).pipeline().total().receivedPerSecond())
                .isNull();
    }

    /** Rows are looked at somewhere between the first counts and the second, whatever happens meanwhile. */
    @Property
    void neverCallsTrafficOff(
            @ForAll("histories") List<Happening> history,
            @ForAll @IntRange(max = 40) int one,
            @ForAll @IntRange(max = 40) int two,
            @ForAll @IntRange(max = 40) int three) {
        int[] moments = {Math.min(one, history.size()), Math.min(two, history.size()), Math.min(three, history.size())};
        java.util.Arrays.sort(moments);

        Pipeline books = books(
                after(history, moments[0]),
                after(history, moments[2]),
                after(history, moments[1]).recorded()
                        - after(history, moments[1]).deleted(),
                after(history, moments[1]).recorded()
                        - after(history, moments[1]).deleted(),
                after(history, moments[1]).rejected(),
                true);

        assertThat(books.off()).isEmpty();
    }

    @Property
    void alwaysCallsAMissingRowOffWhenNothingMoves(@ForAll("histories") List<Happening> history) {
        IntakeCount counts = after(history, history.size());
        long live = counts.recorded() - counts.deleted();

        Pipeline books = books(counts, counts, live, live - 1, counts.rejected(), true);

        assertThat(difference(books, Stage.ROWS)).isEqualTo(-1);
    }

    @Provide
    Arbitrary<List<Happening>> histories() {
        return Arbitraries.of(Happening.class).list().ofMaxSize(40);
    }

    private enum Happening {
        RECORDED,
        REPLAYED,
        REJECTED,
        CORRECTED,
        DELETED
    }

    private static IntakeCount after(List<Happening> history, int moment) {
        Map<Happening, Long> happened = new HashMap<>();
        history.subList(0, moment).forEach(each -> happened.merge(each, 1L, Long::sum));
        long recorded = happened.getOrDefault(Happening.RECORDED, 0L);
        long replayed = happened.getOrDefault(Happening.REPLAYED, 0L);
        long rejected = happened.getOrDefault(Happening.REJECTED, 0L);
        return count(
                recorded + replayed + rejected,
                recorded,
                replayed,
                rejected,
                happened.getOrDefault(Happening.CORRECTED, 0L),
                happened.getOrDefault(Happening.DELETED, 0L));
    }

    private static long difference(Pipeline books, Stage stage) {
        return requireNonNull(books.total().at(stage)).difference();
    }

    private static Pipeline books(
            IntakeCount before, IntakeCount after, long ledger, long rows, long rejections, boolean reached) {
        Sample sample = new Sample(
                AT,
                totals(before),
                rows(Map.of("api", rows), Map.of("api", rejections)),
                Map.of(OURS, ledger(ledger)),
                totals(after),
                reached ? ALL : new Sample.Reached(false, false, false),
                List.of(),
                0);
        return new Books(OURS, sample, null, Map.of()).pipeline();
    }

    private static Pipeline erased(IntakeCount counts, Map<String, Long> rejections, Map<String, Long> erased) {
        TableCounts rows = rows(Map.of(), rejections);
        TableCounts withErased = new TableCounts(
                rows.records(),
                rows.rejections(),
                rows.recordRows(),
                rows.rejectionRows(),
                rows.openRejections(),
                Map.of(OURS, erased));
        Sample sample =
                new Sample(AT, totals(counts), withErased, Map.of(OURS, ledger(0)), totals(counts), ALL, List.of(), 0);
        return new Books(OURS, sample, null, Map.of()).pipeline();
    }

    private static Sample sample(Instant at, IntakeCount counts, long live) {
        return new Sample(
                at,
                totals(counts),
                rows(Map.of("api", live), Map.of()),
                Map.of(OURS, ledger(live)),
                totals(counts),
                ALL,
                List.of(),
                0);
    }

    /** Half by one writer, the rest by another; and somebody else's, who does not matter. */
    private static @Nullable CountTotals totals(IntakeCount count) {
        IntakeCount one = new IntakeCount(count.received(), 0, 0, count.rejected(), 0, count.deleted(), AT);
        IntakeCount other = new IntakeCount(0, count.recorded(), count.replayed(), 0, count.corrected(), 0, AT);
        return new CountTotals(Map.of(
                new IntakeCountKey(OURS, "session", "api", "one"), one,
                new IntakeCountKey(OURS, "session", "api", "other"), other,
                new IntakeCountKey(new OrganizationId("theirs"), "session", "api", "one"), count(9, 9, 0, 0, 0, 0)));
    }

    private static LedgerCounts ledger(long live) {
        return new LedgerCounts(Position.BEGINNING, AT, Map.of("api", live + 3), Map.of(), Map.of("api", 3L), live);
    }

    private static TableCounts rows(Map<String, Long> records, Map<String, Long> rejections) {
        Contained nothing = new Contained(Position.BEGINNING, Position.BEGINNING, Instant.EPOCH);
        return new TableCounts(
                nothing, nothing, Map.of(OURS, records), Map.of(OURS, rejections), Map.of(), Map.of(OURS, Map.of()));
    }

    private static IntakeCount count(
            long received, long recorded, long replayed, long rejected, long corrected, long deleted) {
        return new IntakeCount(received, recorded, replayed, rejected, corrected, deleted, AT);
    }
}
