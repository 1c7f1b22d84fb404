package com.sessionanalyzer.testing.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A service as its image has it: unpacked, with an archive of the classes that a start loads. Made once for each executable
 * jar, beside it; a start takes a third of the time that it takes from the packed jar.
 */
final class UnpackedService {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private UnpackedService() {}

    /**
     * The command that starts it.
     *
     * @param options of the JVM; an archive serves those it was made with
     */
    static synchronized List<String> command(String service, List<String> options) {
        try {
            Path packed = Repository.executableJar(service);
            Path home = packed.resolveSibling("unpacked");
            if (!isOf(packed, home)) {
                delete(home);
                unpack(packed, home, options);
            }
            return command(home, options, List.of("-XX:SharedArchiveFile=" + archive(home), "-Xlog:cds*=off"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isOf(Path packed, Path home) throws IOException {
        return Files.exists(stamp(home)) && Files.readString(stamp(home)).equals(version(packed));
    }

    private static String version(Path packed) throws IOException {
        FileTime modified = Files.getLastModifiedTime(packed);
        return Files.size(packed) + " " + modified + " " + System.getProperty("java.home");
    }

    private static void unpack(Path packed, Path home, List<String> options) throws IOException {
        Files.createDirectories(home);
        List<String> extract = List.of(
                ChildProcess.java(),
                "-Djarmode=tools",
                "-jar",
                packed.toString(),
                "extract",
                "--application-filename",
                "service.jar",
                "--destination",
                home.resolve("app").toString());
        run(home, "extract", extract, home.resolve("app").resolve("service.jar"));
        List<String> rehearsal = List.of(
                "@" + Repository.file("deploy", "service", "rehearsal.options"),
                "-XX:ArchiveClassesAtExit=" + archive(home),
                "-Xlog:cds*=off");
        run(home, "rehearse", command(home, options, rehearsal), archive(home));
        Path unfinished = home.resolve("unfinished");
        Files.writeString(unfinished, version(packed));
        Files.move(unfinished, stamp(home), StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> command(Path home, List<String> options, List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(ChildProcess.java());
        command.addAll(options);
        command.addAll(more);
        command.add("-jar");
        command.add(home.resolve("app").resolve("service.jar").toString());
        return command;
    }

    private static void run(Path home, String name, List<String> command, Path made) {
        try (ChildProcess process = new ChildProcess(name, home)) {
            process.start(command, Map.of("SERVER_PORT", "0"));
            if (!process.hasEnded(PATIENCE) || !Files.exists(made)) {
                throw new IllegalStateException(name + " did not make " + made + ":\n" + process.output());
            }
        }
    }

    private static Path archive(Path home) {
        return home.resolve("classes.jsa");
    }

    /** Written last, so that what is unfinished is not used. */
    private static Path stamp(Path home) {
        return home.resolve("of");
    }

    private static void delete(Path home) throws IOException {
        if (Files.exists(home)) {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
