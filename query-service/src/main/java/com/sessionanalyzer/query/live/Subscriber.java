package com.sessionanalyzer.query.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One open connection. It holds at most the newest frame that is not written yet, and writes only what the socket takes
 * without blocking, so a reader that stopped reading costs one frame of memory and nobody's time.
 */
final class Subscriber implements WriteListener {

    private final AsyncContext request;
    private final ServletOutputStream out;
    private final LiveCounts counts;
    private final Runnable ended;
    private byte @Nullable [] preface;
    private @Nullable Frame pending;
    private byte @Nullable [] condition;
    private long offered = -1;
    private boolean unflushed;
    private boolean listening;
    private boolean closed;

    Subscriber(AsyncContext request, byte[] preface, LiveCounts counts, Runnable ended) throws IOException {
        this.request = request;
        this.out = request.getResponse().getOutputStream();
        this.preface = preface;
        this.counts = counts;
        this.ended = ended;
    }

    /** Starts to write; frames offered before wait until then. */
    void open() {
        out.setWriteListener(this);
    }

    /** Writes this frame as soon as possible, instead of any older one that still waits. */
    synchronized void offer(Frame frame) {
        if (frame.version() > offered) {
            offered = frame.version();
            counts.offered();
            if (pending != null) {
                counts.dropped();
            }
            pending = frame;
            drain();
        }
    }

    /** Keeps an idle connection alive; one that is busy or blocked needs no heartbeat. */
    synchronized void beat(byte[] comment) {
        if (pending == null && preface == null) {
            preface = comment;
            drain();
        }
    }

    /** Writes this event as soon as possible, instead of an older one of its kind that still waits. */
    synchronized void tell(byte[] event) {
        condition = event;
        drain();
    }

    @Override
    public synchronized void onWritePossible() {
        listening = true;
        drain();
    }

    @Override
    public void onError(Throwable failure) {
        close();
    }

    /** Ends the connection, whatever is still to be written. */
    void close() {
        leave();
        try {
            request.complete();
        } catch (IllegalStateException alreadyOver) {
            // the container ended the request first
        }
    }

    /** Gives the place back; the container, which saw the write fail, ends the request by calling {@link #onError}. */
    private void leave() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            pending = null;
        }
        ended.run();
    }

    private void drain() {
        try {
            while (listening && !closed && hasWork() && out.isReady()) {
                step();
            }
        } catch (IOException gone) {
            leave();
        }
    }

    private boolean hasWork() {
        return preface != null || pending != null || condition != null || unflushed;
    }

    private void step() throws IOException {
        if (preface != null) {
            write(preface);
            preface = null;
        } else if (pending != null) {
            write(pending.bytes());
            pending = null;
        } else if (condition != null) {
            write(condition);
            condition = null;
        } else {
            out.flush();
            unflushed = false;
        }
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        unflushed = true;
    }
}
