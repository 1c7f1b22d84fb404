package com.sessionanalyzer.query.session.books;

import org.jspecify.annotations.Nullable;

/**
 * How far a reader of a topic is behind its end.
 *
 * @param reader   who it is
 * @param topic    that it reads
 * @param records  offsets from the first record that it has not read to the end; null when that is not known
 * @param seconds  age of the oldest record that it has not read; null when there is none, or it is not known
 */
public record ConsumerLag(
        LogReader reader,
        String topic,
        @Nullable Long records,
        @Nullable Long seconds) {

    /** What it does, in words. */
    public String consumer() {
        return reader.title();
    }
}
