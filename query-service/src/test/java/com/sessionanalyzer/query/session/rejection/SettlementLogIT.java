package com.sessionanalyzer.query.session.rejection;

import static com.sessionanalyzer.query.session.rejection.SentRejections.aRejection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sessionanalyzer.intake.Intake;
import com.sessionanalyzer.intake.IntakeGauge;
import com.sessionanalyzer.intake.LogUnavailableException;
import com.sessionanalyzer.intake.RecordIds;
import com.sessionanalyzer.intake.Ticket;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.query.turn.Turn;
import com.sessionanalyzer.query.turn.Turns;
import com.sessionanalyzer.query.turn.Turns.Lock;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.security.Actor;
import com.sessionanalyzer.testing.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SettlementLogIT {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Lock DESK = Lock.alone("settlement-log");

    private final DataSource database =
            new DriverManagerDataSource(TestPostgres.jdbcUrl(), TestPostgres.username(), TestPostgres.password());
    private final Turns turns = new Turns(database, SHORT, 1);
    private final Turns elsewhere = new Turns(database, SHORT, 1);
    private final Turns patient = new Turns(database, Duration.ofSeconds(30), 1);
    private final List<Ticket> onTheirWay = new ArrayList<>();
    private final Clock clock = Clock.systemUTC();
    private final Intake intake =
            new Intake((lane, ticket) -> onTheirWay.add(ticket), new IntakeGauge(), clock, Duration.ofMinutes(1));
    private final SettlementLog log = new SettlementLog(intake, new RecordIds(clock, new Random(1)), clock, 1, SHORT);

    @Test
    void givesNobodyATurnBeforeItIsKnownWhetherASettlementCameLate() {
        SessionRejection rejection = aRejection().of("Customer: late.example");

        assertThatThrownBy(() -> dismiss(rejection))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("did not confirm");

        assertThatThrownBy(() -> turns.take(DESK)).hasMessageContaining("Other changes are waiting");
        assertThatThrownBy(() -> elsewhere.take(DESK)).hasMessageContaining("other changes go on");
        onTheirWay.get(0).fail(new LogUnavailableException("it is not there", null));
        patient.take(DESK).close();
    }

    @Test
    void endsTheTurnOfASettlementThatFailed() {
        Intake broken = new Intake(
                (lane, ticket) -> ticket.fail(new LogUnavailableException("away", null)),
                new IntakeGauge(),
                clock,
                Duration.ofMinutes(1));
        SettlementLog away = new SettlementLog(broken, new RecordIds(clock, new Random(1)), clock, 1, SHORT);

        try (Turn turn = turns.take(DESK)) {
            assertThatThrownBy(() -> away.dismiss(
                            turn, List.of(aRejection().of("Customer: away.example")), new Actor("somebody"), "why"))
                    .isInstanceOf(ProblemException.class);
        }

        try (Turn next = patient.take(DESK)) {
            assertThat(next).isNotNull();
        }
    }

    private void dismiss(SessionRejection rejection) {
        try (Turn turn = turns.take(DESK)) {
            log.dismiss(turn, List.of(rejection), new Actor("somebody"), "too late");
        }
    }
}
