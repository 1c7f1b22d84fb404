package com.sessionanalyzer.analytics.streams;

import com.sessionanalyzer.schema.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * One domain's Kafka Streams application, from its topics to its close. When a thread fails, the whole application starts
 * again, as often as it takes: a thread that replaces another waits until the group has forgotten the static member before it.
 */
public final class StreamsApplication implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsApplication.class);
    private static final int BEFORE_THE_WEB_SERVER = 0;
    private static final Duration CLOCK_LOOK = Duration.ofSeconds(1);

    private final StreamsDomain domain;
    private final StreamsSettings settings;
    private final Lifecycle lifecycle;
    private final Restarts restarts;
    private final ClockWatch clockWatch;
    private volatile @Nullable Supervisor supervisor;
    private volatile @Nullable KafkaStreams streams;
    private volatile boolean begun;
    private volatile boolean waiting;

    public StreamsApplication(StreamsDomain domain, StreamsSettings settings, Lifecycle lifecycle, Clock clock) {
        this.domain = domain;
        this.settings = settings;
        this.lifecycle = lifecycle;
        this.restarts = new Restarts(lifecycle, clock);
        this.clockWatch = new ClockWatch(clock, System::nanoTime);
    }

    /**
     * Makes the topics, and starts to work in threads of its own.
     *
     * @throws IllegalStateException when Kafka does not answer, or cannot guarantee exactly once
     */
    @Override
    public synchronized void start() {
        if (!isRunning()) {
            String cluster = new Cluster(settings.connection(), lifecycle.brokerTimeout()).requireExactlyOnce();
            Topics topics = new Topics(settings.connection(), lifecycle.brokerTimeout());
            topics.ensure(domain.topics());
            new LocalState(settings.stateDirectory(), domain.applicationId())
                    .claim(cluster, topics.identity(domain.topics()));
            supervisor = new Supervisor(domain.applicationId());
            waiting = false;
            launch();
            watchClock(supervisor);
        }
    }

    /** Ends the threads after a last commit; the group keeps this instance's place for its return. */
    @Override
    public synchronized void stop() {
        if (supervisor != null) {
            supervisor.close();
            supervisor = null;
            close();
        }
    }

    @Override
    public boolean isRunning() {
        return supervisor != null;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }

    String applicationId() {
        return domain.applicationId();
    }

    /** What keeps it from its work until the next attempt, or null when nothing does. */
    @Nullable
    Failure failure() {
        return restarts.failure();
    }

    /** How often it failed, and was started again, since this process began. */
    long restarts() {
        return restarts.count();
    }

    /** Whether it has worked since its last start; what is shared out again later is a moment's pause. */
    boolean hasBegun() {
        return begun;
    }

    /** What Kafka Streams says of itself. */
    KafkaStreams.State state() {
        KafkaStreams current = streams;
        return current == null ? KafkaStreams.State.NOT_RUNNING : current.state();
    }

    /** Sum of what its threads measure under this name. */
    double sum(String group, String name) {
        return StreamsMeasures.of(streams, group, name).sum();
    }

    /** Largest of what its threads measure under this name. */
    double max(String group, String name) {
        return StreamsMeasures.of(streams, group, name).max().orElse(0);
    }

    private void watchClock(Supervisor supervising) {
        supervising.executeAfter(CLOCK_LOOK, () -> {
            if (clockWatch.wasSetBack()) {
                LOG.atWarn()
                        .addKeyValue("application", domain.applicationId())
                        .log("the clock was set back, so it starts again");
                restart();
            }
            watchClock(supervising);
        });
    }

    private void launch() {
        KafkaStreams next = new KafkaStreams(domain.topology().get(), settings.of(domain));
        next.setUncaughtExceptionHandler(cause -> failed(next, cause));
        next.setStateListener((state, before) -> changed(next, state));
        begun = false;
        streams = next;
        next.start();
        LOG.atInfo().addKeyValue("application", domain.applicationId()).log("started");
    }

    private void changed(KafkaStreams changed, KafkaStreams.State state) {
        if (state == KafkaStreams.State.RUNNING && changed == streams) {
            begun = true;
            restarts.working();
        }
    }

    private StreamThreadExceptionResponse failed(KafkaStreams failed, Throwable cause) {
        LOG.atError()
                .addKeyValue("application", domain.applicationId())
                .setCause(cause)
                .log("a thread failed");
        restartLater(failed, cause);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void restartLater(@Nullable KafkaStreams failed, Throwable cause) {
        Supervisor supervising = supervisor;
        if (supervising != null) {
            supervising.execute(() -> restartAfterBackoff(supervising, failed, cause));
        }
    }

    /** Several threads of one application may fail, but it starts again once. */
    private void restartAfterBackoff(Supervisor supervising, @Nullable KafkaStreams failed, Throwable cause) {
        if (failed == streams && !waiting) {
            waiting = true;
            supervising.executeAfter(restarts.failed(cause), this::restart);
        }
    }

    private synchronized void restart() {
        waiting = false;
        if (isRunning()) {
            close();
            try {
                launch();
            } catch (RuntimeException notYet) {
                LOG.atError()
                        .addKeyValue("application", domain.applicationId())
                        .setCause(notYet)
                        .log("the application did not start again");
                restartLater(streams, notYet);
            }
        }
    }

    private void close() {
        KafkaStreams closing = streams;
        if (closing != null && !closing.close(lifecycle.closeTimeout())) {
            LOG.atWarn()
                    .addKeyValue("application", domain.applicationId())
                    .log("did not close in time; what it had not committed will be done again");
        }
    }
}
