package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.standalone.instance.Instance;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/** Waits until the cube and the rows of a running instance contain everything that is in the log of records. */
public final class CatchUp {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration NEWS = Duration.ofSeconds(5);
    private static final int HUNDRED = 100;

    private final Addresses addresses;
    private final Consumer<String> say;
    private final HttpClient http = HttpClient.newHttpClient();
    private long said = System.nanoTime();

    /**
     * @param say hears now and then how far it has come
     */
    public CatchUp(Instance instance, Consumer<String> say) {
        this.addresses = Addresses.of(instance);
        this.say = say;
    }

    /**
     * What there is when all is contained.
     *
     * @param counted records in the cube
     * @param rows    records in PostgreSQL
     */
    public record Contained(long counted, long rows) {}

    /**
     * Waits.
     *
     * @throws CannotCompareException when nothing moves for two minutes
     */
    public Contained await() {
        try (RecordLog log = RecordLog.open(addresses.bootstrapServers(), SessionTopics.RECORDS)) {
            Position end = log.read(log.ends(), record -> {});
            return new Contained(counted(end), rows(end));
        } catch (SQLException failed) {
            throw new CannotCompareException(
                    "The database at " + addresses.jdbcUrl() + " cannot be read: " + failed.getMessage() + ".", failed);
        }
    }

    private long counted(Position end) {
        Patience patience = new Patience("The cube is");
        InsightsAnswer answer = InsightsAnswer.ask(http, addresses.url(), end, 1);
        while (!answer.position().contains(end)) {
            patience.saw(answer.position());
            news("counted", answer.position(), end);
            answer = InsightsAnswer.ask(http, addresses.url(), end, 1);
        }
        return answer.body().get("total_records").asLong();
    }

    private long rows(Position end) throws SQLException {
        Patience patience = new Patience("The rows are");
        while (true) {
            try (DatabaseRows rows = DatabaseRows.open(addresses)) {
                if (rows.position().contains(end)) {
                    return rows.countByChannel("session_record", addresses.organization()).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
                }
                patience.saw(rows.position());
                news("in PostgreSQL", rows.position(), end);
            }
            Pause.of(Duration.ofMillis(500));
        }
    }

    private void news(String what, Position position, Position end) {
        if (System.nanoTime() - said > NEWS.toNanos()) {
            said = System.nanoTime();
            say.accept(HUNDRED * length(position) / Math.max(1, length(end)) + " % of the log " + what + ".");
        }
    }

    private static long length(Position position) {
        return position.offsets().values().stream()
                .mapToLong(offset -> offset + 1)
                .sum();
    }

    /** Runs out when what is looked at stays where it is. */
    private static final class Patience {

        private final String what;
        private Position last = Position.BEGINNING;
        private long since = System.nanoTime();

        private Patience(String what) {
            this.what = what;
        }

        private void saw(Position position) {
            if (!position.equals(last)) {
                last = position;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new CannotCompareException(what + " still at " + position + " after two minutes.");
            }
        }
    }
}
