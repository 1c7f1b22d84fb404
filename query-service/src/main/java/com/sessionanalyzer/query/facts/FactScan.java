package com.sessionanalyzer.query.facts;

import com.sessionanalyzer.query.facts.FactSums.Measure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/**
 * Answers a question from the cells of its days, or of whole weeks, months and years where days make no difference, and from
 * their entries only where customers or single values matter. A long one is shared by two threads. Where the largest of many groups are
 * asked for, everything is looked at once to find these, and once more to add them up.
 */
public final class FactScan {

    private static final long WORTH_SHARING = Runtime.getRuntime().availableProcessors() > 1 ? 200_000 : Long.MAX_VALUE;

    private final FactTable table;
    private final FactQuestion question;
    private final CellPlan plan;
    private final long worthSharing;
    private final boolean isByEntry;
    private final List<Piece> pieces;
    private final long cost;

    private FactScan(FactTable table, FactQuestion question, long worthSharing) {
        this.worthSharing = worthSharing;
        this.table = table;
        this.question = question;
        this.plan = new CellPlan(table, question);
        this.isByEntry = question.distinct || question.subjects != null || plan.isMixed();
        this.pieces = new Cover(table, question, plan.isMixed()).pieces();
        if (question.told.latestFirst()) {
            Collections.reverse(pieces);
        }
        this.cost = pieces.stream().mapToLong(this::cost).sum();
    }

    public static FactSums of(FactTable table, FactQuestion question) {
        return of(table, question, WORTH_SHARING);
    }

    /** The answer, shared by two threads when there is more than so much to look at. */
    static FactSums of(FactTable table, FactQuestion question, long worthSharing) {
        return new FactScan(table, question, worthSharing).answer();
    }

    private long cost(Piece piece) {
        return piece.cost(isByEntry);
    }

    private FactSums answer() {
        Measure measure = question.told.measure();
        return measure != null && Ranks.isWorthIt(question, cost) ? largest(measure) : all();
    }

    private FactSums all() {
        int subjects = table.subjects().size();
        boolean isOneBucket = pieces.isEmpty()
                || pieces.get(0).bucket() == pieces.get(pieces.size() - 1).bucket();
        Halves halves = isOneBucket && !BucketSums.canBeJoined(question, subjects)
                ? new Halves(pieces, List.of())
                : halves(isOneBucket);
        return look(
                        halves,
                        () -> new BucketSums(question, subjects),
                        isOneBucket ? BucketSums::join : BucketSums::append)
                .sums();
    }

    private FactSums largest(Measure measure) {
        Halves halves = halves(true);
        Ranks ranks = look(halves, () -> new Ranks(question, measure), Ranks::join);
        ChosenGroups chosen = ranks.largest(question.told.largest());
        int subjects = table.subjects().size();
        return look(halves, () -> new ChosenSums(question, chosen, subjects), ChosenSums::join)
                .sums(ranks);
    }

    /** What each of two threads looks at; the second one only when there is something. */
    private record Halves(List<Piece> earlier, List<Piece> later) {}

    private <T extends GroupCollector.Buckets> T look(Halves halves, Supplier<T> fresh, BinaryOperator<T> joined) {
        if (halves.later().isEmpty()) {
            return look(halves.earlier(), fresh.get());
        }
        CompletableFuture<T> later = CompletableFuture.supplyAsync(() -> look(halves.later(), fresh.get()));
        T earlier = look(halves.earlier(), fresh.get());
        return joined.apply(earlier, later.join());
    }

    private <T extends GroupCollector.Buckets> T look(List<Piece> these, T buckets) {
        for (Piece piece : these) {
            GroupCollector groups = buckets.at(piece.bucket());
            if (!groups.isFull()) {
                new SpanScan(plan, question.subjects, groups).look(piece);
            }
        }
        return buckets;
    }

    /** What costs about the same; the second half begins at the beginning of a bucket, unless it may begin anywhere. */
    private Halves halves(boolean anywhere) {
        if (cost <= worthSharing) {
            return new Halves(pieces, List.of());
        }
        long before = 0;
        int number = 0;
        while (before + cost(pieces.get(number)) < cost / 2) {
            before += cost(pieces.get(number++));
        }
        return anywhere ? halves(number, cost / 2 - before) : halves(nextBucket(number));
    }

    private Halves halves(int number) {
        return new Halves(pieces.subList(0, number), pieces.subList(number, pieces.size()));
    }

    /** Halves of which the first one ends within a piece, where so much of this has been looked at. */
    private Halves halves(int number, long costOfFirst) {
        Piece piece = pieces.get(number);
        int cell = piece.cellAt(costOfFirst, isByEntry);
        List<Piece> earlier = new ArrayList<>(pieces.subList(0, number));
        earlier.add(piece.before(cell));
        List<Piece> later = new ArrayList<>(pieces.subList(number + 1, pieces.size()));
        later.add(0, piece.since(cell));
        return new Halves(earlier, later);
    }

    private int nextBucket(int number) {
        int next = Math.max(1, number);
        while (next < pieces.size()
                && pieces.get(next).bucket() == pieces.get(next - 1).bucket()) {
            next++;
        }
        return next;
    }
}
