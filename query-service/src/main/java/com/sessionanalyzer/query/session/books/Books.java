package com.sessionanalyzer.query.session.books;

import com.sessionanalyzer.query.session.LedgerCounts;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.intake.IntakeCount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Compares what a sample found, channel by channel, for one organization. */
final class Books {

    private static final LedgerCounts EMPTY =
            new LedgerCounts(Position.BEGINNING, Instant.EPOCH, Map.of(), Map.of(), Map.of(), 0);

    private final OrganizationId organization;
    private final Sample sample;
    private final @Nullable Sample earlier;
    private final Map<String, Long> inFlight;
    private final LedgerCounts ledger;
    private final Map<String, IntakeCount> before;
    private final Map<String, IntakeCount> after;

    /**
     * @param earlier  the sample before, which rates are taken from
     * @param inFlight records per channel that this process is about to commit
     */
    Books(OrganizationId organization, Sample sample, @Nullable Sample earlier, Map<String, Long> inFlight) {
        this.organization = organization;
        this.sample = sample;
        this.earlier = earlier;
        this.inFlight = inFlight;
        this.ledger = sample.ledgers().getOrDefault(organization, EMPTY);
        this.before = counts(sample.before());
        this.after = counts(sample.after() == null ? sample.before() : sample.after());
    }

    Pipeline pipeline() {
        List<ChannelFlow> flows = channels().stream().map(this::flow).toList();
        ChannelFlow total = total(flows);
        Balance balance = total.equations().stream().map(Equation::balance).reduce(Balance.BALANCED, Balance::and);
        for (ChannelFlow flow : flows) {
            balance = flow.equations().stream().map(Equation::balance).reduce(balance, Balance::and);
        }
        return new Pipeline(sample.at(), balance, flows, total, ledger.cells(), sample.lags(), sample.deadLetters());
    }

    /** Every channel that any of the places knows. */
    private Set<String> channels() {
        Set<String> channels = new TreeSet<>(before.keySet());
        channels.addAll(after.keySet());
        channels.addAll(inFlight.keySet());
        channels.addAll(ledger.recorded().keySet());
        channels.addAll(rows(TableCounts::recordRows).keySet());
        channels.addAll(rows(TableCounts::rejectionRows).keySet());
        channels.addAll(rows(TableCounts::erasedRejections).keySet());
        channels.remove(TableCounts.UNKNOWN);
        return channels;
    }

    private ChannelFlow flow(String channel) {
        Found found = new Found(
                ledger.live(channel),
                null,
                rows(TableCounts::recordRows).getOrDefault(channel, 0L),
                rows(TableCounts::rejectionRows).getOrDefault(channel, 0L),
                rows(TableCounts::openRejections).getOrDefault(channel, 0L),
                rows(TableCounts::erasedRejections).getOrDefault(channel, 0L),
                lost());
        return flow(channel, window(channel), inFlight.getOrDefault(channel, 0L), found, rate(channel));
    }

    private ChannelFlow total(List<ChannelFlow> flows) {
        Window window = channels().stream()
                .map(this::window)
                .reduce(Window::plus)
                .orElse(new Window(IntakeCount.NONE, IntakeCount.NONE));
        Found found = new Found(
                sum(flows, ChannelFlow::ledger),
                ledger.cells(),
                sum(flows, ChannelFlow::rows),
                sum(flows, ChannelFlow::rejections),
                sum(flows, ChannelFlow::openRejections),
                sum(flows, ChannelFlow::erasedRejections) + lost(),
                0);
        Double rate = flows.stream()
                .map(ChannelFlow::receivedPerSecond)
                .reduce(earlier == null ? null : Double.valueOf(0), Books::plus);
        return flow(Equation.ALL, window, sum(flows, ChannelFlow::inFlight), found, rate);
    }

    private ChannelFlow flow(String channel, Window window, long flying, Found found, @Nullable Double rate) {
        IntakeCount now = window.after();
        return new ChannelFlow(
                channel,
                now.received() + flying,
                now.recorded(),
                now.replayed(),
                now.rejected(),
                flying,
                now.corrected(),
                now.deleted(),
                window.live(),
                found.ledger(),
                found.rows(),
                found.rejections(),
                found.open(),
                found.erased(),
                rate,
                new Equations(sample).of(channel, window, flying, found));
    }

    /** Erased rejections of which nobody knows the channel any more: those of a channel may be among them. */
    private long lost() {
        return rows(TableCounts::erasedRejections).getOrDefault(TableCounts.UNKNOWN, 0L);
    }

    private Window window(String channel) {
        return new Window(
                before.getOrDefault(channel, IntakeCount.NONE), after.getOrDefault(channel, IntakeCount.NONE));
    }

    private @Nullable Double rate(String channel) {
        if (earlier == null || earlier.after() == null || sample.after() == null) {
            return null;
        }
        long then =
                counts(earlier.after()).getOrDefault(channel, IntakeCount.NONE).received();
        double seconds = Duration.between(earlier.at(), sample.at()).toMillis() / 1000.0;
        return seconds <= 0
                ? null
                : (Double) ((after.getOrDefault(channel, IntakeCount.NONE).received() - then) / seconds);
    }

    private Map<String, IntakeCount> counts(@Nullable CountTotals totals) {
        return totals == null ? Map.of() : totals.of(organization);
    }

    private Map<String, Long> rows(Function<TableCounts, Map<OrganizationId, Map<String, Long>>> counted) {
        TableCounts rows = sample.rows();
        return rows == null ? Map.of() : counted.apply(rows).getOrDefault(organization, Map.of());
    }

    private static long sum(List<ChannelFlow> flows, ToLongFunction<ChannelFlow> number) {
        return flows.stream().mapToLong(number).sum();
    }

    private static @Nullable Double plus(@Nullable Double one, @Nullable Double other) {
        return one == null || other == null ? null : (Double) (one + other);
    }
}
