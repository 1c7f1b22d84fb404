package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.testing.process.UnpackedProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** The ingest service alone, as its executable jar, beside a broker in a process of its own: nobody counts the records. */
final class StartedIngest implements Instance {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path directory;
    private final StartedJvm broker;
    private final String bootstrapServers;
    private final StartedJvm ingest;
    private final int port;

    private StartedIngest(Path directory, StartedJvm broker, String bootstrapServers, StartedJvm ingest, int port) {
        this.directory = directory;
        this.broker = broker;
        this.bootstrapServers = bootstrapServers;
        this.ingest = ingest;
        this.port = port;
    }

    /**
     * Starts both with empty data.
     *
     * @param options of the service's JVM
     */
    static StartedIngest start(List<String> options) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("csa-bench");
        StartedJvm broker = Broker.start(directory);
        try {
            broker.await(() -> !Broker.bootstrapServers(broker).isEmpty());
            String bootstrapServers = Broker.bootstrapServers(broker);
            int port = freePort();
            StartedJvm ingest = ingest(directory, options, bootstrapServers, port);
            StartedIngest started = new StartedIngest(directory, broker, bootstrapServers, ingest, port);
            try {
                ingest.await(started::isReady);
                return started;
            } catch (IOException | InterruptedException failed) {
                ingest.close();
                throw failed;
            }
        } catch (IOException | InterruptedException failed) {
            broker.close();
            throw failed;
        }
    }

    private static StartedJvm ingest(Path directory, List<String> options, String bootstrapServers, int port)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of(
                "-Dfile.encoding=UTF-8",
                "-jar",
                UnpackedProgram.jar("ingest-service").toString()));
        Map<String, String> environment = Map.of(
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", bootstrapServers,
                "SERVER_PORT", Integer.toString(port),
                "CSA_INTAKE_STATE_DIR", directory.resolve("intake").toString());
        return StartedJvm.start(arguments, environment, directory.resolve("ingest.log"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url() + "/readyz")).build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public List<String> loadOptions() {
        return List.of("--bootstrap-servers", bootstrapServers);
    }

    @Override
    public Map<String, Double> cpuSeconds() {
        return Map.of(
                "ingest", ingest.spent().cpuSeconds(), "broker", broker.spent().cpuSeconds());
    }

    @Override
    public Map<String, Long> peakMegabytes() throws IOException {
        return Map.of(
                "ingest",
                ingest.spent().peakMegabytes(),
                "broker",
                broker.spent().peakMegabytes());
    }

    @Override
    public void close() throws IOException {
        ingest.close();
        broker.close();
        FileSystemUtils.deleteRecursively(directory);
    }
}
