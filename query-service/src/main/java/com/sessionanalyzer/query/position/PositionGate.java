package com.sessionanalyzer.query.position;

import com.sessionanalyzer.schema.Position;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets readers wait, bounded, until a position is reached. Only so many may wait at once; the others are told at once how
 * it is, so that waiting for what never comes cannot take all threads.
 */
public final class PositionGate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Semaphore places;
    private Position reached = Position.BEGINNING;

    public PositionGate(int maxWaiting) {
        this.places = new Semaphore(maxWaiting);
    }

    /** Says that everything up to this position is contained too. */
    public void reach(Position position) {
        lock.lock();
        try {
            reached = reached.and(position);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public Position reached() {
        lock.lock();
        try {
            return reached;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the position is contained, after waiting for it no longer than the timeout. */
    public boolean await(Position wanted, Duration timeout) {
        if (reached().contains(wanted)) {
            return true;
        }
        if (!places.tryAcquire()) {
            return false;
        }
        try {
            return awaitMoves(wanted, timeout.toNanos());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            places.release();
        }
    }

    private boolean awaitMoves(Position wanted, long nanos) throws InterruptedException {
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (!reached.contains(wanted) && left > 0) {
                left = moved.awaitNanos(left);
            }
            return reached.contains(wanted);
        } finally {
            lock.unlock();
        }
    }
}
