package com.sessionanalyzer.query.live;

import com.sessionanalyzer.observe.Traces;
import com.sessionanalyzer.schema.OrganizationId;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Tells every open connection the newest state of its organization: at once after a quiet time, and not more often than
 * once per interval. Each version is encoded once, whatever the number of connections.
 */
public final class LiveStream implements SmartLifecycle {

    private static final byte[] RETRY = Frame.retry(1000);
    private static final byte[] HEARTBEAT = Frame.comment("alive");
    private static final long LOOK_MILLIS = 500;

    private final FrameSource source;
    private final Condition condition;
    private final Settings settings;
    private final Semaphore places;
    private final Traces traces;
    private final LiveCounts counts = new LiveCounts();
    private final Map<OrganizationId, Channel> channels = new ConcurrentHashMap<>();
    private volatile @Nullable ScheduledExecutorService executor;

    public LiveStream(FrameSource source, Settings settings, Traces traces) {
        this.traces = traces;
        this.source = source;
        this.condition = new Condition(source);
        this.settings = settings;
        this.places = new Semaphore(settings.maxConnections());
    }

    /**
     * How live it is.
     *
     * @param interval  shortest time between two frames of an organization
     * @param heartbeat time between two signs of life
     */
    public record Settings(Duration interval, Duration heartbeat, int maxConnections) {}

    /** Opens a stream as the answer to this request; false when there are too many, or when it is ending. */
    public boolean open(OrganizationId organization, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ScheduledExecutorService running = executor;
        if (running == null || !places.tryAcquire()) {
            counts.refused();
            return false;
        }
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-cache, no-store, no-transform");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(0);
        Channel channel = channels.computeIfAbsent(
                organization, id -> new Channel(id, source, settings.interval(), counts, traces));
        Subscriber subscriber = channel.join(async, RETRY, places::release);
        async.addListener(new Farewell(subscriber));
        subscriber.open();
        running.execute(() -> {
            channel.greet(subscriber);
            condition.now().ifPresent(subscriber::tell);
        });
        return true;
    }

    /** Says that these organizations changed; returns at once. */
    public void changed(Set<OrganizationId> organizations) {
        ScheduledExecutorService running = executor;
        if (running != null) {
            organizations.stream()
                    .map(channels::get)
                    .filter(Objects::nonNull)
                    .forEach(channel -> channel.changed(running));
        }
    }

    /** Says that there may be news for everybody; returns at once. */
    public void changed() {
        changed(channels.keySet());
    }

    /** Open connections. */
    public int connections() {
        return settings.maxConnections() - places.availablePermits();
    }

    LiveCounts counts() {
        return counts;
    }

    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "live-stream"));
        long beat = settings.heartbeat().toMillis();
        Future<?> unused = started.scheduleAtFixedRate(
                () -> channels.values().forEach(channel -> channel.beat(HEARTBEAT)), beat, beat, TimeUnit.MILLISECONDS);
        unused = started.scheduleAtFixedRate(this::tellCondition, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        executor = started;
    }

    private void tellCondition() {
        condition.changed().ifPresent(event -> channels.values().forEach(channel -> channel.tell(event)));
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = executor;
        executor = null;
        if (running != null) {
            running.shutdownNow();
        }
        channels.values().forEach(Channel::close);
    }

    @Override
    public boolean isRunning() {
        return executor != null;
    }

    /** Notices that the container ended a connection. */
    private record Farewell(Subscriber subscriber) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            subscriber.close();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            subscriber.close();
        }

        @Override
        public void onError(AsyncEvent event) {
            subscriber.close();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // the request is started once
        }
    }
}
