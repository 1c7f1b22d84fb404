package com.sessionanalyzer.query.session.books;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** The books on the wire. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(name = "Pipeline")
record PipelineAnswer(
        Instant asOf,

        @Schema(allowableValues = {"balanced", "in-transit", "off"})
        String balance,

        List<Channel> channels,
        Channel total,

        @Schema(description = "records in all cells of the cube")
        long cells,

        List<Comparison> comparisons,
        List<Lag> consumers,

        @Schema(description = "records set aside because they cannot be read")
        long deadLetters) {

    static PipelineAnswer of(Pipeline pipeline) {
        return new PipelineAnswer(
                pipeline.asOf(),
                pipeline.balance().code(),
                pipeline.channels().stream().map(Channel::of).toList(),
                Channel.of(pipeline.total()),
                pipeline.cells(),
                Stream.concat(pipeline.channels().stream(), Stream.of(pipeline.total()))
                        .flatMap(flow -> flow.equations().stream())
                        .map(Comparison::of)
                        .toList(),
                pipeline.consumers().stream().map(Lag::of).toList(),
                pipeline.deadLetters());
    }

    /** What came in through one door, and what became of it. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @Schema(name = "PipelineChannel")
    record Channel(
            String channel,
            long received,
            long recorded,
            long replayed,
            long rejected,
            long inFlight,
            long corrected,
            long deleted,
            @Schema(description = "recorded, less deleted") long live,

            @Schema(description = "live by the ledger of the cube")
            long ledger,

            @Schema(description = "records in PostgreSQL") long rows,

            @Schema(description = "rejections in PostgreSQL")
            long rejections,

            long openRejections,

            @Schema(description = "erased with their customer")
            long erasedRejections,

            @Schema(
                    types = {"number", "null"},
                    description = "since the look before; null when there was none")
            @Nullable
            Double receivedPerSecond) {

        static Channel of(ChannelFlow flow) {
            return new Channel(
                    flow.channel(),
                    flow.received(),
                    flow.recorded(),
                    flow.replayed(),
                    flow.rejected(),
                    flow.inFlight(),
                    flow.corrected(),
                    flow.deleted(),
                    flow.live(),
                    flow.ledger(),
                    flow.rows(),
                    flow.rejections(),
                    flow.openRejections(),
                    flow.erasedRejections(),
                    flow.receivedPerSecond());
        }
    }

    /** Two sides that must be equal. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @Schema(name = "PipelineComparison")
    record Comparison(
            @Schema(description = "all for the sum of all channels")
            String channel,

            @Schema(allowableValues = {"received", "ledger", "cells", "rows", "rejections"})
            String stage,

            long expected,
            long found,

            @Schema(description = "too many, or, when negative, too few; 0 when it can be on its way")
            long difference,

            @Schema(allowableValues = {"balanced", "in-transit", "off"})
            String balance) {

        static Comparison of(Equation equation) {
            return new Comparison(
                    equation.channel(),
                    equation.stage().code(),
                    equation.expected(),
                    equation.found(),
                    equation.difference(),
                    equation.balance().code());
        }
    }

    /** How far a reader is behind. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @Schema(name = "PipelineConsumer")
    record Lag(
            String consumer,
            String topic,
            @Schema(types = {"integer", "null"}) @Nullable Long lagRecords,
            @Schema(types = {"integer", "null"}) @Nullable Long lagSeconds) {

        static Lag of(ConsumerLag lag) {
            return new Lag(lag.consumer(), lag.topic(), lag.records(), lag.seconds());
        }
    }
}
