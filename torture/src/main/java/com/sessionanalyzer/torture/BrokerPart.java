package com.sessionanalyzer.torture;

import static java.util.stream.Collectors.joining;

import com.sessionanalyzer.embedded.LoopbackPort;
import com.sessionanalyzer.testing.process.ChildProcess;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** The broker in a process of its own. */
final class BrokerPart implements Part {

    private static final int ANSWER_MILLIS = 1_000;

    private final Path directory;
    private final ChildProcess process;
    private final int port = LoopbackPort.claim(0, "the broker");

    BrokerPart(Path directory) {
        this.directory = directory;
        this.process = new ChildProcess("broker", directory);
    }

    String bootstrapServers() {
        return LoopbackPort.ADDRESS + ":" + port;
    }

    @Override
    public Victim victim() {
        return Victim.BROKER;
    }

    @Override
    public void start() {
        process.start(
                List.of(
                        ChildProcess.java(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=com/sessionanalyzer/torture/quiet.xml",
                        "-Dtorture.log=WARN",
                        "-cp",
                        classPath(),
                        BrokerMain.class.getName(),
                        directory.resolve("kafka").toString(),
                        Integer.toString(port)),
                Map.of());
    }

    /** This one's, wherever the broker runs. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(joining(File.pathSeparator));
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public boolean isServing() {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster()
                    .nodes()
                    .get(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public String output() {
        return process.output();
    }

    @Override
    public void close() {
        process.close();
    }
}
