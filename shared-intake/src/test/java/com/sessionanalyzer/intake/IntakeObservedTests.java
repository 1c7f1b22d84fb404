package com.sessionanalyzer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.observe.Step;
import com.sessionanalyzer.observe.TraceParent;
import com.sessionanalyzer.observe.Traces;
import com.sessionanalyzer.schema.OrganizationId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is measured and traced of batches, whatever log takes them. */
class IntakeObservedTests {

    private static final OrganizationId ACME = new OrganizationId("acme");

    private final IntakeGauge gauge = new IntakeGauge();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final List<Ticket> waiting = new ArrayList<>();
    private final RecordedTraces traces = new RecordedTraces();
    private final Intake intake = new Intake(
            (lane, ticket) -> waiting.add(ticket),
            gauge,
            Clock.systemUTC(),
            Duration.ofSeconds(1),
            LogRoom.elsewhere(),
            traces);

    @Test
    void countsEachChannelAndFateFromTheStart() {
        new IntakeMeters(gauge, List.of(new IntakeChannels("session", List.of("api", "bulk")))).bindTo(metrics);
        assertThat(records("api", "recorded")).isZero();

        var unused = intake.post(batch());
        assertThat(metrics.get("csa.intake.in.flight.records")
                        .tag("channel", "api")
                        .gauge()
                        .value())
                .isEqualTo(2);
        waiting.get(0).complete(committed());
        var another = intake.post(batch());
        waiting.get(1).fail(new LogUnavailableException("away", null));

        assertThat(records("api", "recorded")).isEqualTo(1);
        assertThat(records("api", "rejected")).isEqualTo(1);
        assertThat(records("bulk", "recorded")).isZero();
        assertThat(metrics.get("csa.intake.in.flight.records")
                        .tag("channel", "api")
                        .gauge()
                        .value())
                .isZero();
        assertThat(metrics.get("csa.intake.unavailable.batches")
                        .functionCounter()
                        .count())
                .isEqualTo(1);
        assertThat(unused).isCompleted();
        assertThat(another).isCompletedExceptionally();
    }

    @Test
    void tellsTheTraceOfItsPostInEveryMessage() {
        traces.current = "post";

        var unused = intake.post(batch());

        assertThat(told(0)).containsExactly("publish session after post", "publish session after post");
        assertThat(traces.ended).isEmpty();
        waiting.get(0).complete(committed());
        assertThat(traces.ended).containsExactly("publish session after post");
        assertThat(unused).isCompleted();
    }

    @Test
    void tellsTheTraceInWhichASequenceBeganWhateverThreadGoesOn() {
        traces.current = "bulk post";
        Sequence sequence = intake.sequence();
        traces.current = null;

        var unused = sequence.submit(batch());

        assertThat(told(0)).containsOnly("publish session after bulk post");
        assertThat(unused).isNotDone();
    }

    @Test
    void addsNothingToAMessageThatNobodyTraces() {
        var unused = intake.post(batch());

        assertThat(waiting.get(0).batch().entries())
                .allSatisfy(entry -> assertThat(entry.message().headers()).isEmpty());
        assertThat(unused).isNotDone();
    }

    @Test
    void endsThePartOfABatchThatTheLogDidNotTake() {
        traces.current = "post";
        var unused = intake.post(batch());

        waiting.get(0).fail(new LogUnavailableException("away", null));

        assertThat(traces.failed).containsExactly("publish session after post");
        assertThat(unused).isCompletedExceptionally();
    }

    private double records(String channel, String fate) {
        return metrics.get("csa.intake.records")
                .tags("domain", "session", "channel", channel, "fate", fate)
                .functionCounter()
                .count();
    }

    private List<String> told(int ticket) {
        return waiting.get(ticket).batch().entries().stream()
                .map(entry -> new String(
                        entry.message().headers().lastHeader(TraceParent.HEADER).value(), StandardCharsets.US_ASCII))
                .toList();
    }

    private static Batch batch() {
        return Batch.of(
                ACME,
                "session",
                "api",
                2,
                0,
                List.of(
                        new Entry(Fate.RECORDED, new ProducerRecord<>("records", new byte[1], new byte[1])),
                        new Entry(Fate.REJECTED, new ProducerRecord<>("rejections", new byte[1], new byte[1]))),
                List.of());
    }

    private Committed committed() {
        return Committed.of(waiting.get(0).batch(), List.of(new Place(0, 0), new Place(0, 1)));
    }

    /** Traces whose steps are named after the way they came. */
    private static final class RecordedTraces implements Traces {

        private final List<String> ended = new ArrayList<>();
        private final List<String> failed = new ArrayList<>();
        private @Nullable String current;

        @Override
        public Step request(String name, @Nullable String traceparent) {
            return Step.NONE;
        }

        @Override
        public Step next(String name, @Nullable String traceparent) {
            return traceparent == null ? Step.NONE : new RecordedStep(name + " after " + traceparent);
        }

        @Override
        public @Nullable String current() {
            return current;
        }

        /** Notes its end. */
        private final class RecordedStep implements Step {

            private final String traceparent;

            private RecordedStep(String traceparent) {
                this.traceparent = traceparent;
            }

            @Override
            public String traceparent() {
                return traceparent;
            }

            @Override
            public void named(String name) {
                assertThat(name).isNotEmpty();
            }

            @Override
            public void note(String key, long value) {
                assertThat(key).isNotEmpty();
            }

            @Override
            public void note(String key, String value) {
                assertThat(key).isNotEmpty();
            }

            @Override
            public void failed(Throwable cause) {
                failed.add(traceparent);
            }

            @Override
            public Scope here() {
                return Scope.NONE;
            }

            @Override
            public void close() {
                ended.add(traceparent);
            }
        }
    }
}
