package com.sessionanalyzer.analytics.streams;

import com.sessionanalyzer.schema.topic.Topics;
import java.time.Clock;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * One domain's Kafka Streams application, from its topics to its close. When a thread fails, the whole application starts
 * again: a thread that replaces another waits until the group has forgotten the static member before it.
 */
public final class StreamsApplication implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsApplication.class);
    private static final int BEFORE_THE_WEB_SERVER = 0;

    private final StreamsDomain domain;
    private final StreamsSettings settings;
    private final Lifecycle lifecycle;
    private final RestartBudget restarts;
    private volatile @Nullable Supervisor supervisor;
    private volatile @Nullable KafkaStreams streams;
    private volatile boolean givenUp;
    private @Nullable KafkaStreams restarting;

    public StreamsApplication(StreamsDomain domain, StreamsSettings settings, Lifecycle lifecycle, Clock clock) {
        this.domain = domain;
        this.settings = settings;
        this.lifecycle = lifecycle;
        this.restarts = new RestartBudget(lifecycle, clock);
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
            new Topics(settings.connection(), lifecycle.brokerTimeout()).ensure(domain.topics());
            new LocalState(settings.stateDirectory(), domain.applicationId()).claim(cluster);
            supervisor = new Supervisor(domain.applicationId());
            givenUp = false;
            launch();
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

    /** Whether it failed so often that this process does not start it again. */
    boolean hasGivenUp() {
        return givenUp;
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

    private void launch() {
        KafkaStreams next = new KafkaStreams(domain.topology().get(), settings.of(domain));
        next.setUncaughtExceptionHandler(cause -> failed(next, cause));
        streams = next;
        next.start();
        LOG.atInfo().addKeyValue("application", domain.applicationId()).log("started");
    }

    private StreamThreadExceptionResponse failed(KafkaStreams failed, Throwable cause) {
        LOG.atError()
                .addKeyValue("application", domain.applicationId())
                .setCause(cause)
                .log("a thread failed");
        restartLater(failed);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void restartLater(KafkaStreams failed) {
        Supervisor supervising = supervisor;
        if (supervising != null) {
            supervising.execute(() -> restartAfterBackoff(supervising, failed));
        }
    }

    private void restartAfterBackoff(Supervisor supervising, KafkaStreams failed) {
        if (failed == streams && failed != restarting) {
            restarting = failed;
            restarts.next()
                    .ifPresentOrElse(wait -> supervising.executeAfter(wait, () -> restart(failed)), this::giveUp);
        }
    }

    private void giveUp() {
        givenUp = true;
        LOG.atError()
                .addKeyValue("application", domain.applicationId())
                .log("failed too often and stays down; its topics keep all that is to be counted");
    }

    private synchronized void restart(KafkaStreams failed) {
        restarting = null;
        if (isRunning()) {
            close();
            try {
                launch();
            } catch (StreamsException notYet) {
                LOG.atError().setCause(notYet).log("the application did not start again");
                restartLater(streams == null ? failed : streams);
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
