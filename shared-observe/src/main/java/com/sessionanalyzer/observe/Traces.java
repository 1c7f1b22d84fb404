package com.sessionanalyzer.observe;

import org.jspecify.annotations.Nullable;

/**
 * Traces of requests on their way through threads, topics and services. What tells one part of the other is a W3C
 * {@code traceparent}; there is none for a trace that is not kept, and then nothing is done and nothing is allocated.
 */
public interface Traces {

    /** Keeps nothing. */
    Traces NONE = new Traces() {

        @Override
        public Step request(String name, @Nullable String traceparent) {
            return Step.NONE;
        }

        @Override
        public Step next(String name, @Nullable String traceparent) {
            return Step.NONE;
        }

        @Override
        public @Nullable String current() {
            return null;
        }
    };

    /**
     * Begins to answer a request, which is the start of a trace unless the sender has begun one.
     *
     * @param traceparent what the request says; null when it says nothing
     */
    Step request(String name, @Nullable String traceparent);

    /** Goes on with a trace that somebody else told of; does nothing when nobody did. */
    Step next(String name, @Nullable String traceparent);

    /** The step that this thread is in, to be told to others; null when there is none, or it is not kept. */
    @Nullable
    String current();
}
