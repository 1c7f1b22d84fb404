package com.sessionanalyzer.query.session.books;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The books in the words of the page. */
record PipelineView(
        Instant asOf,
        String state,
        String sentence,
        List<Row> rows,
        List<Wrong> wrong,
        List<Reader> readers,
        long deadLetters) {

    private static final Map<String, String> CHANNELS = Map.of(
            "form",
            "Form",
            "text",
            "Pasted text",
            "api",
            "API",
            "bulk",
            "Bulk",
            "stream",
            "Stream",
            "desk",
            "Desk",
            Equation.ALL,
            "All channels");

    static PipelineView of(Pipeline pipeline) {
        List<Row> rows = Stream.concat(pipeline.channels().stream(), Stream.of(pipeline.total()))
                .map(Row::of)
                .toList();
        return new PipelineView(
                pipeline.asOf(),
                pipeline.balance().code(),
                sentence(pipeline),
                rows,
                pipeline.off().stream().map(Wrong::of).toList(),
                pipeline.consumers().stream().map(Reader::of).toList(),
                pipeline.deadLetters());
    }

    private static String sentence(Pipeline pipeline) {
        return switch (pipeline.balance()) {
            case BALANCED -> "The books balance";
            case IN_TRANSIT -> "In transit: what differs is on its way";
            case OFF -> "The books do not balance";
        };
    }

    static String channel(String code) {
        return CHANNELS.getOrDefault(code, code);
    }

    /** One channel, or all of them. */
    record Row(String code, String label, ChannelFlow flow, String rate) {

        static Row of(ChannelFlow flow) {
            Double rate = flow.receivedPerSecond();
            return new Row(
                    flow.channel(),
                    channel(flow.channel()),
                    flow,
                    rate == null ? "–" : String.format(Locale.ENGLISH, "%,.1f", rate));
        }

        public Cell received() {
            return Cell.of(flow.received(), flow.at(Stage.RECEIVED));
        }

        public Cell ledger() {
            return Cell.of(flow.ledger(), flow.at(Stage.LEDGER));
        }

        /** Cells are not kept per channel. */
        public @Nullable Cell cells() {
            Equation equation = flow.at(Stage.CELLS);
            return equation == null ? null : Cell.of(equation.found(), equation);
        }

        public Cell stored() {
            return Cell.of(flow.rows(), flow.at(Stage.ROWS));
        }

        public Cell rejections() {
            return Cell.of(flow.rejections(), flow.at(Stage.REJECTIONS));
        }

        public boolean isTotal() {
            return code.equals(Equation.ALL);
        }
    }

    /**
     * A number that is compared with others.
     *
     * @param difference as in {@code −1}; empty when there is none
     */
    record Cell(long number, String state, String difference, String label) {

        static Cell of(long number, @Nullable Equation equation) {
            return equation == null
                    ? new Cell(number, Balance.BALANCED.code(), "", "")
                    : new Cell(
                            number,
                            equation.balance().code(),
                            PipelineView.difference(equation),
                            equation.balance().label());
        }
    }

    /** An equation that does not hold, as a sentence. */
    record Wrong(String text) {

        static Wrong of(Equation equation) {
            return new Wrong(String.format(
                    Locale.ENGLISH,
                    "%s: %s. Expected %,d, found %,d, which is %,d too %s.",
                    channel(equation.channel()),
                    equation.stage().title(),
                    equation.expected(),
                    equation.found(),
                    Math.abs(equation.difference()),
                    equation.difference() < 0 ? "few" : "many"));
        }
    }

    /** Somebody who reads a topic. */
    record Reader(String label, String topic, String records, String seconds, boolean behind) {

        static Reader of(ConsumerLag lag) {
            Long records = lag.records();
            Long seconds = lag.seconds();
            return new Reader(
                    lag.consumer(),
                    lag.topic(),
                    records == null ? "unknown" : String.format(Locale.ENGLISH, "%,d", records),
                    seconds == null ? "–" : String.format(Locale.ENGLISH, "%,d s", seconds),
                    records == null || records > 0);
        }
    }

    private static String difference(Equation equation) {
        if (equation.balance() != Balance.OFF) {
            return "";
        }
        return (equation.difference() < 0 ? "−" : "+")
                + String.format(Locale.ENGLISH, "%,d", Math.abs(equation.difference()));
    }
}
