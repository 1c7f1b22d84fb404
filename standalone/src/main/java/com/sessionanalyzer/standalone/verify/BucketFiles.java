package com.sessionanalyzer.standalone.verify;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that are written side by side, and each read once when all is written. */
final class BucketFiles {

    private final List<Path> paths = new ArrayList<>();
    private final List<DataOutputStream> outputs = new ArrayList<>();
    private final long[] items;

    /** So many new files in the directory, with names that begin alike. */
    BucketFiles(Path directory, String name, int count) throws IOException {
        items = new long[count];
        for (int bucket = 0; bucket < count; bucket++) {
            Path path = directory.resolve(name + "-" + bucket);
            paths.add(path);
            outputs.add(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path))));
        }
    }

    /** Writes one item. */
    interface Writing {

        void to(DataOutputStream output) throws IOException;
    }

    /** Reads one item. */
    interface Reading {

        void from(DataInputStream input) throws IOException;
    }

    int count() {
        return items.length;
    }

    void write(int bucket, Writing item) {
        try {
            item.to(outputs.get(bucket));
            items[bucket]++;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads the items of a file in the order in which they were written, and deletes it. */
    void read(int bucket, Reading item) {
        Path path = paths.get(bucket);
        try {
            outputs.get(bucket).close();
            try (DataInputStream input = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
                for (long left = items[bucket]; left > 0; left--) {
                    item.from(input);
                }
            }
            Files.delete(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Closes and deletes what was not read. */
    void discard() throws IOException {
        IOException failed = null;
        for (int bucket = 0; bucket < items.length; bucket++) {
            try {
                outputs.get(bucket).close();
            } catch (IOException full) {
                failed = full;
            }
            Files.deleteIfExists(paths.get(bucket));
        }
        if (failed != null) {
            throw failed;
        }
    }
}
