package com.sessionanalyzer.query.session.books;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The books of one organization at one moment.
 *
 * @param total all channels together; the cells of the cube are known for all channels only
 */
public record Pipeline(
        Instant asOf,
        Balance balance,
        List<ChannelFlow> channels,
        ChannelFlow total,
        long cells,
        List<ConsumerLag> consumers,
        long deadLetters) {

    public Pipeline {
        channels = List.copyOf(channels);
        consumers = List.copyOf(consumers);
    }

    /** What is off, in all channels and in the sum of them. */
    public List<Equation> off() {
        return Stream.concat(channels.stream(), Stream.of(total))
                .flatMap(flow -> flow.equations().stream())
                .filter(equation -> equation.balance() == Balance.OFF)
                .toList();
    }
}
