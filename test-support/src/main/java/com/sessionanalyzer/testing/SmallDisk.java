package com.sessionanalyzer.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/** A small disk in memory that a test fills and empties; only root may mount one. */
public final class SmallDisk implements AutoCloseable {

    private static final int MOST_SECONDS = 20;
    private static final int STEP = 1 << 20;

    private final Path directory;
    private final Path ballast;

    private SmallDisk(Path directory) {
        this.directory = directory;
        this.ballast = directory.resolve("ballast");
    }

    /** Mounts one on a directory that is there. */
    public static SmallDisk mount(Path directory, int megabytes) throws IOException {
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", directory.toString());
        return new SmallDisk(directory);
    }

    /** Takes all space but this many bytes, whoever else writes meanwhile. */
    public void fill(long left) throws IOException {
        FileStore store = Files.getFileStore(directory);
        ByteBuffer zeros = ByteBuffer.allocate(STEP);
        try (FileChannel file = FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (long more = store.getUsableSpace() - left; more > 0; more = store.getUsableSpace() - left) {
                file.write(zeros.clear().limit((int) Math.min(STEP, more)));
            }
        } catch (IOException full) {
            if (store.getUsableSpace() > left) {
                throw full;
            }
        }
    }

    /** Gives the space back. */
    public void empty() throws IOException {
        Files.delete(ballast);
    }

    @Override
    public void close() throws IOException {
        run("umount", directory.toString());
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            if (process.waitFor(MOST_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new IOException("failed: " + String.join(" ", command));
    }
}
