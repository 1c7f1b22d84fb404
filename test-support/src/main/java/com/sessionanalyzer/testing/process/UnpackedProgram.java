package com.sessionanalyzer.testing.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A service as its image has it, or the product as {@code ./csa} has it: unpacked, with an archive of the classes that a
 * start loads. Made once for each executable jar, beside it, by whichever process comes first; a start takes less than half
 * of the time that it takes from the packed jar.
 */
public final class UnpackedProgram {

    private static final String APPLICATION = "app";
    private static final String JAR = "service.jar";
    private static final String PRODUCT = "standalone";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path packed;
    private final Path home;

    private UnpackedProgram(String module) {
        packed = Repository.executableJar(module);
        home = packed.resolveSibling("unpacked");
    }

    /** The jar of a service to start, with its libraries beside it. */
    public static synchronized Path jar(String service) {
        UnpackedProgram program = new UnpackedProgram(service);
        try (FileChannel file = program.lockFile()) {
            file.lock();
            program.unpackOnce();
            return program.jar();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * The command that starts a service with an archive of its classes.
     *
     * @param options of the JVM, the same each time, for the archive serves those it was made with
     */
    static List<String> service(String service, List<String> options) {
        return rehearsed(
                service, options, List.of("@" + Repository.file("deploy", "service", "rehearsal.options")), List.of());
    }

    /**
     * The command line of the product with an archive of its classes, to which arguments are to be added.
     *
     * @param options of the JVM
     */
    public static List<String> product(List<String> options) {
        return rehearsed(PRODUCT, options, List.of(), List.of("start", "--rehearsal", "--data", "rehearsal"));
    }

    private static synchronized List<String> rehearsed(
            String module, List<String> options, List<String> rehearsing, List<String> arguments) {
        UnpackedProgram program = new UnpackedProgram(module);
        try (FileChannel file = program.lockFile()) {
            file.lock();
            program.unpackOnce();
            if (!Files.exists(program.archive())) {
                program.rehearse(options, rehearsing, arguments);
            }
            return program.command(options, List.of("-XX:SharedArchiveFile=" + program.archive()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Held by the process that makes what is missing, while others wait. */
    private FileChannel lockFile() throws IOException {
        return FileChannel.open(
                packed.resolveSibling("unpacked.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private void unpackOnce() throws IOException {
        if (!Files.exists(stamp()) || !Files.readString(stamp()).equals(version())) {
            delete(home);
            unpack();
        }
    }

    private String version() throws IOException {
        FileTime modified = Files.getLastModifiedTime(packed);
        return Files.size(packed) + " " + modified + " " + System.getProperty("java.home");
    }

    private void unpack() throws IOException {
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
        run("extract", extract, jar());
        Path unfinished = home.resolve("unfinished");
        Files.writeString(unfinished, version());
        Files.move(unfinished, stamp(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void rehearse(List<String> options, List<String> rehearsing, List<String> arguments) throws IOException {
        Path unfinished = home.resolve("unfinished.jsa");
        List<String> more = new ArrayList<>(rehearsing);
        more.add("-XX:ArchiveClassesAtExit=" + unfinished);
        List<String> rehearsal = command(options, more);
        rehearsal.addAll(arguments);
        run("rehearse", rehearsal, unfinished);
        delete(home.resolve("rehearsal"));
        Files.move(unfinished, archive(), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> command(List<String> options, List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(ChildProcess.java());
        command.addAll(options);
        command.addAll(more);
        command.addAll(List.of("-Xlog:cds*=off", "-jar", jar().toString()));
        return command;
    }

    private void run(String name, List<String> command, Path made) {
        try (ChildProcess process = new ChildProcess(name, home)) {
            process.start(command, Map.of("SERVER_PORT", "0"));
            if (!process.hasEnded(PATIENCE) || !Files.exists(made)) {
                throw new IllegalStateException(name + " did not make " + made + ":\n" + process.output());
            }
        }
    }

    private Path jar() {
        return home.resolve(APPLICATION).resolve(JAR);
    }

    private Path archive() {
        return home.resolve("service.jsa");
    }

    /** Written last, so that what is unfinished is not used. */
    private Path stamp() {
        return home.resolve("of");
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
