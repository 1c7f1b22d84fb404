package com.sessionanalyzer.query.facts;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Answers a question from the cells of its days, or of whole months where days make no difference, and from their entries
 * only where customers or single values matter. A long one is shared by two threads.
 */
public final class FactScan {

    private static final long WORTH_SHARING = Runtime.getRuntime().availableProcessors() > 1 ? 200_000 : Long.MAX_VALUE;

    private final FactTable table;
    private final FactQuestion question;
    private final CellPlan plan;
    private final long worthSharing;

    private FactScan(FactTable table, FactQuestion question, long worthSharing) {
        this.worthSharing = worthSharing;
        this.table = table;
        this.question = question;
        this.plan = new CellPlan(table, question);
    }

    public static FactSums of(FactTable table, FactQuestion question) {
        return of(table, question, WORTH_SHARING);
    }

    /** The answer, shared by two threads when there is more than so much to look at. */
    static FactSums of(FactTable table, FactQuestion question, long worthSharing) {
        return new FactScan(table, question, worthSharing).answer();
    }

    private FactSums answer() {
        List<Piece> pieces = Piece.of(table, question, plan.isMixed());
        if (question.latestFirst) {
            Collections.reverse(pieces);
        }
        int half = half(pieces);
        boolean isOneBucket = half < pieces.size() && half > 0 && isSameBucket(pieces, half);
        if (half == pieces.size() || (isOneBucket && !canBeJoined())) {
            return look(pieces).sums();
        }
        CompletableFuture<BucketSums> later =
                CompletableFuture.supplyAsync(() -> look(pieces.subList(half, pieces.size())));
        BucketSums earlier = look(pieces.subList(0, half));
        return isOneBucket ? earlier.joined(later.join()) : earlier.followedBy(later.join());
    }

    private BucketSums look(List<Piece> pieces) {
        SpanScan scan = new SpanScan(table, question, plan);
        pieces.forEach(scan::look);
        return scan.buckets();
    }

    /** From which piece on a second thread looks; at the beginning of a bucket, unless there is one only. */
    private int half(List<Piece> pieces) {
        boolean byEntry = question.distinct || question.subjects != null || plan.isMixed();
        long all = pieces.stream().mapToLong(piece -> piece.cost(byEntry)).sum();
        if (all <= worthSharing) {
            return pieces.size();
        }
        boolean isOneBucket =
                pieces.get(0).bucket() == pieces.get(pieces.size() - 1).bucket();
        long before = 0;
        for (int piece = 0; piece < pieces.size(); piece++) {
            if (before >= all / 2 && piece > 0 && (isOneBucket || !isSameBucket(pieces, piece))) {
                return piece;
            }
            before += pieces.get(piece).cost(byEntry);
        }
        return pieces.size();
    }

    private static boolean isSameBucket(List<Piece> pieces, int piece) {
        return pieces.get(piece).bucket() == pieces.get(piece - 1).bucket();
    }

    private boolean canBeJoined() {
        return GroupSums.isDense(question.groups)
                && (!question.distinct
                        || Distinct.isDense(question.groups, table.subjects().size()));
    }
}
