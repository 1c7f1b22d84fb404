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
public final class UnpackedService {

    private static final String APPLICATION = "app";
    private static final String JAR = "service.jar";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private UnpackedService() {}

    /** The jar to start, with its libraries beside it. */
    public static Path jar(String service) {
        return jar(home(service));
    }

    private static synchronized Path home(String service) {
        try {
            Path packed = Repository.executableJar(service);
            Path home = packed.resolveSibling("unpacked");
            if (!isOf(packed, home)) {
                delete(home);
                unpack(packed, home);
            }
            return home;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * The command that starts it with an archive of its classes.
     *
     * @param options of the JVM, the same each time, for the archive serves those it was made with
     */
    static synchronized List<String> command(String service, List<String> options) {
        Path home = home(service);
        Path archive = home.resolve("service.jsa");
        if (!Files.exists(archive)) {
            rehearse(home, options, archive);
        }
        return command(jar(home), options, "-XX:SharedArchiveFile=" + archive);
    }

    private static boolean isOf(Path packed, Path home) throws IOException {
        return Files.exists(stamp(home)) && Files.readString(stamp(home)).equals(version(packed));
    }

    private static String version(Path packed) throws IOException {
        FileTime modified = Files.getLastModifiedTime(packed);
        return Files.size(packed) + " " + modified + " " + System.getProperty("java.home");
    }

    private static void unpack(Path packed, Path home) throws IOException {
        Files.createDirectories(home);
        List<String> extract = List.of(
                ChildProcess.java(),
                "-Djarmode=tools",
                "-jar",
                packed.toString(),
                "extract",
                "--application-filename",
                JAR,
                "--destination",
                home.resolve(APPLICATION).toString());
        run("extract", home, extract, jar(home));
        Path unfinished = home.resolve("unfinished");
        Files.writeString(unfinished, version(packed));
        Files.move(unfinished, stamp(home), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void rehearse(Path home, List<String> options, Path archive) {
        List<String> rehearsal = command(
                jar(home),
                options,
                "@" + Repository.file("deploy", "service", "rehearsal.options"),
                "-XX:ArchiveClassesAtExit=" + archive);
        run("rehearse", home, rehearsal, archive);
    }

    private static List<String> command(Path jar, List<String> options, String... more) {
        List<String> command = new ArrayList<>();
        command.add(ChildProcess.java());
        command.addAll(options);
        command.addAll(List.of(more));
        command.addAll(List.of("-Xlog:cds*=off", "-jar", jar.toString()));
        return command;
    }

    private static void run(String name, Path directory, List<String> command, Path made) {
        try (ChildProcess process = new ChildProcess(name, directory)) {
            process.start(command, Map.of("SERVER_PORT", "0"));
            if (!process.hasEnded(PATIENCE) || !Files.exists(made)) {
                throw new IllegalStateException(name + " did not make " + made + ":\n" + process.output());
            }
        }
    }

    private static Path jar(Path home) {
        return home.resolve(APPLICATION).resolve(JAR);
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
