package com.sessionanalyzer.query.facts;

import com.sessionanalyzer.query.facts.FactSums.Measure;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/**
 * Answers a question from the cells of its days, or of whole months where days make no difference, and from their entries
 * only where customers or single values matter. A long one is shared by two threads. Where the largest of many groups are
 * asked for, everything is looked at once to find these, and once more to add them up.
 */
public final class FactScan {

    private static final long WORTH_SHARING = Runtime.getRuntime().availableProcessors() > 1 ? 200_000 : Long.MAX_VALUE;

    private final FactTable table;
    private final FactQuestion question;
    private final CellPlan plan;
    private final long worthSharing;
    private final List<Piece> pieces;
    private final long cost;

    private FactScan(FactTable table, FactQuestion question, long worthSharing) {
        this.worthSharing = worthSharing;
        this.table = table;
        this.question = question;
        this.plan = new CellPlan(table, question);
        this.pieces = Piece.of(table, question, plan.isMixed());
        if (question.latestFirst) {
            Collections.reverse(pieces);
        }
        this.cost = pieces.stream().mapToLong(this::cost).sum();
    }

    private long cost(Piece piece) {
        return piece.cost(question.distinct || question.subjects != null || plan.isMixed());
    }

    public static FactSums of(FactTable table, FactQuestion question) {
        return of(table, question, WORTH_SHARING);
    }

    /** The answer, shared by two threads when there is more than so much to look at. */
    static FactSums of(FactTable table, FactQuestion question, long worthSharing) {
        return new FactScan(table, question, worthSharing).answer();
    }

    private FactSums answer() {
        Measure measure = question.measure;
        return measure != null && Ranks.isWorthIt(question, cost) ? largest(measure) : all();
    }

    private FactSums all() {
        int subjects = table.subjects().size();
        boolean isOneBucket = pieces.isEmpty()
                || pieces.get(0).bucket() == pieces.get(pieces.size() - 1).bucket();
        int half = isOneBucket && !BucketSums.canBeJoined(question, subjects) ? pieces.size() : half(isOneBucket);
        return look(half, () -> new BucketSums(question, subjects), isOneBucket ? BucketSums::join : BucketSums::append)
                .sums();
    }

    private FactSums largest(Measure measure) {
        int half = half(true);
        Ranks ranks = look(half, () -> new Ranks(question, measure), Ranks::join);
        ChosenGroups chosen = ranks.largest(question.most);
        int subjects = table.subjects().size();
        return look(half, () -> new ChosenSums(question, chosen, subjects), ChosenSums::join)
                .sums(ranks);
    }

    /** Looks at all pieces, with a second thread from this one on. */
    private <T extends GroupCollector.Buckets> T look(int half, Supplier<T> fresh, BinaryOperator<T> joined) {
        if (half == pieces.size()) {
            return look(pieces, fresh.get());
        }
        CompletableFuture<T> later =
                CompletableFuture.supplyAsync(() -> look(pieces.subList(half, pieces.size()), fresh.get()));
        T earlier = look(pieces.subList(0, half), fresh.get());
        return joined.apply(earlier, later.join());
    }

    private <T extends GroupCollector.Buckets> T look(List<Piece> these, T buckets) {
        for (Piece piece : these) {
            GroupCollector groups = buckets.at(piece.bucket());
            if (!groups.isFull()) {
                new SpanScan(plan, question.subjects, groups).look(piece.span());
            }
        }
        return buckets;
    }

    /** From which piece on a second thread looks; at the beginning of a bucket, unless it may be anywhere. */
    private int half(boolean anywhere) {
        if (cost <= worthSharing) {
            return pieces.size();
        }
        long before = 0;
        for (int piece = 0; piece < pieces.size(); piece++) {
            if (before >= cost / 2 && piece > 0 && (anywhere || !isSameBucket(piece))) {
                return piece;
            }
            before += cost(pieces.get(piece));
        }
        return pieces.size();
    }

    private boolean isSameBucket(int piece) {
        return pieces.get(piece).bucket() == pieces.get(piece - 1).bucket();
    }
}
