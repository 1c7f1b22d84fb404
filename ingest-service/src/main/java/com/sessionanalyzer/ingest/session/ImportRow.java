package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.schema.intake.DeliveryState;
import com.sessionanalyzer.schema.session.Channel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as the list shows it.
 *
 * @param title what it is called; never empty
 * @param tone  class of its state's badge
 * @param share of it that has arrived, from 0 to 1; null when that is not known, or it is not at work
 */
public record ImportRow(
        UUID id,
        String title,
        String state,
        String tone,
        @Nullable Double share,
        long received,
        long recorded,
        long rejected,
        Instant startedAt,
        boolean isWorking,
        ImportLinks links) {

    static ImportRow of(ImportAnswer answer) {
        ImportProgress progress = answer.progress();
        return new ImportRow(
                answer.id(),
                answer.name().isEmpty() ? "Without a name" : answer.name(),
                isElsewhere(answer) ? "running elsewhere" : answer.state(),
                switch (answer.state()) {
                    case "complete" -> "done";
                    case "running" -> "";
                    default -> "warm";
                },
                progress == null ? null : progress.share(),
                answer.received(),
                answer.recorded(),
                answer.rejected(),
                answer.startedAt(),
                progress != null,
                answer.links());
    }

    /** Whether another process is at work on it. */
    private static boolean isElsewhere(ImportAnswer answer) {
        return answer.state().equals(DeliveryState.RUNNING.code())
                && answer.channel().equals(Channel.BULK.code())
                && answer.progress() == null;
    }
}
