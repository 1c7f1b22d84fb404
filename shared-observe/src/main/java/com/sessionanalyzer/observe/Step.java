package com.sessionanalyzer.observe;

import org.jspecify.annotations.Nullable;

/** A part of a trace, from where it was begun to its close; any thread may end it. */
public interface Step extends AutoCloseable {

    /** Part of no trace. */
    Step NONE = new Step() {

        @Override
        public @Nullable String traceparent() {
            return null;
        }

        @Override
        public void named(String name) {
            // nobody wants to know
        }

        @Override
        public void note(String key, long value) {
            // nobody wants to know
        }

        @Override
        public void note(String key, String value) {
            // nobody wants to know
        }

        @Override
        public void failed(Throwable cause) {
            // nobody wants to know
        }

        @Override
        public Scope here() {
            return Scope.NONE;
        }

        @Override
        public void close() {
            // nothing was begun
        }
    };

    /** What the next part must be told; null when the trace is not kept. */
    @Nullable
    String traceparent();

    /** Says what it is, when that was not known at its begin. */
    void named(String name);

    void note(String key, long value);

    void note(String key, String value);

    void failed(Throwable cause);

    /** Makes this the step that the current thread is in, until the scope is closed: its log entries carry the trace's id. */
    Scope here();

    @Override
    void close();

    /** The time that a thread is in a step. */
    @FunctionalInterface
    interface Scope extends AutoCloseable {

        Scope NONE = () -> {};

        @Override
        void close();
    }
}
