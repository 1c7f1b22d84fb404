package com.sessionanalyzer.standalone.start;

import com.sessionanalyzer.embedded.EmbeddedStartException;
import com.sessionanalyzer.embedded.LoopbackPort;
import com.sessionanalyzer.standalone.demo.Demo;
import com.sessionanalyzer.standalone.instance.DataDirectory;
import com.sessionanalyzer.standalone.instance.Instance;
import com.sessionanalyzer.standalone.instance.InstanceLock;
import com.sessionanalyzer.standalone.instance.PlainFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.ConfigurableEnvironment;

/** One run of everything on one data directory. */
public final class Launch {

    private final DataDirectory directory;
    private final int port;
    private final PrintWriter out;

    public Launch(DataDirectory directory, int port, PrintWriter out) {
        this.directory = directory;
        this.port = port;
        this.out = out;
    }

    /** Something to be done when broker and database are there, and before anything uses them. */
    @FunctionalInterface
    public interface Preparation {

        /**
         * Does it.
         *
         * @param isOurKafka whether nobody else can be using Kafka
         */
        void run(ConfigurableEnvironment environment, boolean isOurKafka);
    }

    /**
     * Starts and returns when requests are answered.
     *
     * @throws PlainFailure when it cannot
     */
    void start(boolean fresh) {
        start(fresh, (environment, isOurKafka) -> {});
    }

    /**
     * Does something first, then starts and returns when requests are answered.
     *
     * @throws PlainFailure when it cannot
     */
    public void startAfter(Preparation preparation) {
        start(false, preparation);
    }

    private void start(boolean fresh, Preparation preparation) {
        try {
            claimPort();
            InstanceLock lock = directory.claim();
            if (fresh) {
                directory.empty();
            }
            Instance.withdraw(directory);
            SpringApplication.getShutdownHandlers().add(() -> release(lock));
            ready(application(preparation).run(arguments()).getEnvironment());
        } catch (RuntimeException failed) {
            throw new PlainFailure(StartFailures.sentence(failed, directory), failed);
        }
    }

    /** Posts the demo's records beside whatever else is posted, until the process ends. */
    void demonstrate(long seed) {
        Thread thread = new Thread(() -> new Demo(url(), directory.demo(), seed, Clock.systemUTC(), out).run(), "demo");
        thread.setDaemon(true);
        thread.start();
    }

    int untilStopped() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private void claimPort() {
        try {
            LoopbackPort.claim(port, "the pages");
        } catch (EmbeddedStartException inUse) {
            throw new PlainFailure(
                    "Port " + port + " for the pages is already in use on " + LoopbackPort.ADDRESS
                            + "; choose another one with --port.",
                    inUse);
        }
    }

    private SpringApplication application(Preparation preparation) {
        SpringApplication application = new SpringApplication(StandaloneConfiguration.class);
        application.addInitializers(new LoggingTroubles(), new EmbeddedInitializer(directory, preparation));
        application.addListeners((ApplicationListener<ContextClosedEvent>) closed -> stopping());
        return application;
    }

    private String[] arguments() {
        return new String[] {
            "--spring.config.name=standalone",
            "--server.port=" + port,
            "--csa.data.dir=" + directory.home(),
            "--csa.analytics.state-dir=" + directory.streams(),
            "--csa.intake.state-dir=" + directory.intake(),
            "--csa.query.state-dir=" + directory.query(),
            "--logging.config=classpath:csa-start-logback.xml",
            "--logging.file.name=" + directory.log()
        };
    }

    private void ready(ConfigurableEnvironment environment) {
        new Instance(
                        url(),
                        environment.getRequiredProperty("spring.kafka.bootstrap-servers"),
                        environment.getRequiredProperty("spring.datasource.url"),
                        environment.getProperty("spring.datasource.username", ""),
                        environment.getProperty("spring.datasource.password", ""),
                        environment.getProperty("csa.organization.slug", "default"),
                        ProcessHandle.current().pid())
                .publish(directory);
        say("Customer Session Analyzer is ready: " + url());
        say("It has no sign-in yet, so it is unprotected and listens on this machine's loopback address only.");
        say("Data is kept in " + directory.home() + ". Ctrl-C stops it.");
    }

    private void stopping() {
        say("Stopping.");
        StopDeadline.begin(this::say);
    }

    private void release(InstanceLock lock) {
        try {
            Instance.withdraw(directory);
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String url() {
        return "http://" + LoopbackPort.ADDRESS + ":" + port;
    }

    private void say(String sentence) {
        out.println(sentence);
        out.flush();
    }
}
