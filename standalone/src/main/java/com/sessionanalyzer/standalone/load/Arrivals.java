package com.sessionanalyzer.standalone.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Cuts a content on a thread of its own, so that no transaction is open while the content is waited for. */
final class Arrivals {

    private static final int WAITING = 32;
    private static final int MAX_GROUP_BYTES = 16 << 20;
    private static final long PATIENCE_MILLIS = 200;

    private final BlockingQueue<Piece> queue = new ArrayBlockingQueue<>(WAITING);
    private volatile @Nullable Exception failure;
    private volatile boolean ended;

    static Arrivals of(Pieces pieces) {
        Arrivals arrivals = new Arrivals();
        Thread thread = new Thread(() -> arrivals.read(pieces), "load-reader");
        thread.setDaemon(true);
        thread.start();
        return arrivals;
    }

    /** Keeps a piece back until it is known whether it is the last. */
    @SuppressWarnings("PMD.AvoidCatchingGenericException")
    private void read(Pieces pieces) {
        try {
            Piece piece = pieces.next();
            while (piece != null) {
                Piece next = following(pieces, piece);
                queue.put(next == null ? piece.last() : piece);
                piece = next;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failed) {
            failure = failed;
        } finally {
            ended = true;
        }
    }

    private @Nullable Piece following(Pieces pieces, Piece piece) throws IOException, InterruptedException {
        try {
            return pieces.next();
        } catch (IOException breaksOff) {
            queue.put(piece);
            throw breaksOff;
        }
    }

    /** What has arrived by now, waiting a moment for it; empty when nothing has. */
    List<Piece> take() throws InterruptedException {
        List<Piece> group = new ArrayList<>();
        long bytes = 0;
        Piece piece = queue.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        while (piece != null) {
            group.add(piece);
            bytes += piece.value().length;
            piece = bytes < MAX_GROUP_BYTES ? queue.poll() : null;
        }
        return group;
    }

    /** Whether nothing more arrives. */
    boolean isOver() {
        return ended && queue.isEmpty();
    }

    /** Why the content broke off; null when it did not. */
    @Nullable
    Exception failure() {
        return failure;
    }
}
