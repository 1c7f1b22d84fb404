package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.query.request.ApiParameters;
import com.sessionanalyzer.query.session.RequestParameters;
import com.sessionanalyzer.schema.session.Channel;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rejections; what is null does not matter.
 *
 * @param reason  code such as {@code sessions:not-a-number}
 * @param field   name on the wire that a reason names
 * @param rule    code of a rule that was broken
 * @param from    the first moment of receipt
 * @param to      the first moment of receipt that is not meant any more
 */
public record RejectionFilter(
        @Nullable String reason,
        @Nullable String field,
        @Nullable String rule,
        @Nullable Channel channel,
        @Nullable UUID delivery,
        @Nullable Instant from,
        @Nullable Instant to,
        RejectionState state) {

    static final RejectionFilter OPEN =
            new RejectionFilter(null, null, null, null, null, null, null, RejectionState.OPEN);

    private static final int MAX_LENGTH = 300;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /**
     * Reads parameters; a wrong one is a problem.
     *
     * @param parameters answers null or a blank for one that does not matter
     * @param zone       in which days begin
     */
    static RejectionFilter of(Parameters parameters, ZoneId zone) {
        return new RejectionFilter(
                text("reason", parameters),
                text("field", parameters),
                text("rule", parameters),
                channel(text("channel", parameters)),
                Optional.ofNullable(text("delivery", parameters))
                        .map(RejectionFilter::delivery)
                        .orElse(null),
                time("from", parameters, zone, day -> day),
                time("to", parameters, zone, day -> day.plusDays(1)),
                state(text("state", parameters)));
    }

    /** Answers parameters by their names. */
    @FunctionalInterface
    interface Parameters {

        @Nullable
        String get(String name);
    }

    RejectionFilter in(RejectionState other) {
        return new RejectionFilter(reason, field, rule, channel, delivery, from, to, other);
    }

    RejectionFilter because(@Nullable String other) {
        return new RejectionFilter(other, null, null, channel, delivery, from, to, state);
    }

    /** Whether nothing but the state is asked for. */
    boolean isWide() {
        return equals(OPEN.in(state));
    }

    private static @Nullable String text(String name, Parameters parameters) {
        String text = ApiParameters.text(name, parameters.get(name), MAX_LENGTH);
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Channel channel(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.code().equals(code))
                .findFirst()
                .orElseThrow(() -> RequestParameters.wrong(
                        "channel",
                        "must be one of "
                                + Arrays.stream(Channel.values())
                                        .map(Channel::code)
                                        .collect(Collectors.joining(", "))));
    }

    private static UUID delivery(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw RequestParameters.wrong("delivery", "must be a UUID like 01890a5d-ac96-774b-bcce-b302099a8057");
        }
    }

    private static RejectionState state(@Nullable String code) {
        return RejectionState.of(code == null ? "open" : code)
                .orElseThrow(
                        () -> RequestParameters.wrong("state", "must be one of open, resubmitted, dismissed, all"));
    }

    private static @Nullable Instant time(
            String name, Parameters parameters, ZoneId zone, UnaryOperator<LocalDate> edge) {
        String text = text(name, parameters);
        if (text == null) {
            return null;
        }
        try {
            Instant instant = text.indexOf('T') < 0
                    ? edge.apply(LocalDate.parse(text)).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw RequestParameters.wrong(name, "must be in the years 1 to 9999");
            }
            return instant;
        } catch (DateTimeException none) {
            throw RequestParameters.wrong(name, "must be a day or a time such as 2026-01-31 or 2026-01-31T09:30:00Z");
        }
    }
}
