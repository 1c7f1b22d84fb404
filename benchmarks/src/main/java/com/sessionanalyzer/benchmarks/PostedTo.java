package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/** Something that takes posts as the product does, in a JVM with the same options. */
final class PostedTo implements Processes, AutoCloseable {

    /** What its main prints when it listens, and then its port. */
    static final String LISTENS = "listens at ";

    private static final Pattern PORT = Pattern.compile(LISTENS + "(\\d+)");

    private final String name;
    private final Path directory;
    private final StartedJvm process;
    private final String url;

    private PostedTo(String name, Path directory, StartedJvm process, String url) {
        this.name = name;
        this.directory = directory;
        this.process = process;
        this.url = url;
    }

    /** Starts a main, whose argument is the broker. */
    static PostedTo start(Class<?> main, Setting setting, String bootstrapServers)
            throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("csa-bench-posted");
        List<String> arguments = new ArrayList<>(setting.javaOptions());
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName(), bootstrapServers));
        StartedJvm process = StartedJvm.start(arguments, Map.of(), directory.resolve("log"));
        try {
            process.await(() -> PORT.matcher(process.output()).find());
            Matcher port = PORT.matcher(process.output());
            if (!port.find()) {
                throw new IOException("no port in " + process.output());
            }
            return new PostedTo(main.getSimpleName(), directory, process, "http://127.0.0.1:" + port.group(1));
        } catch (IOException | InterruptedException failed) {
            process.close();
            throw failed;
        }
    }

    String url() {
        return url;
    }

    @Override
    public Map<String, Double> cpuSeconds() {
        return Map.of(name, process.spent().cpuSeconds());
    }

    @Override
    public Map<String, Long> peakMegabytes() throws IOException {
        return Map.of(name, process.spent().peakMegabytes());
    }

    @Override
    public void close() throws IOException {
        process.close();
        FileSystemUtils.deleteRecursively(directory);
    }
}
