package com.sessionanalyzer.torture;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Where clients go through before each thing they do; while it is closed they stand still, with nothing half done. */
final class Turnstile {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean open;
    private boolean ended;
    private int inside;

    /** Waits until it is open; false when it will not be any more. */
    boolean enter() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!open && !ended) {
                changed.await();
            }
            if (ended) {
                return false;
            }
            inside++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            inside--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void open() {
        lock.lock();
        try {
            open = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets nobody in any more; whether all have left within the time. */
    boolean close(Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            open = false;
            while (inside > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
            return inside == 0;
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets time pass between two tries or two steps, as a client does that is not to be a flood. */
    void pause(long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (long left = TimeUnit.MILLISECONDS.toNanos(millis); left > 0 && !ended; ) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
