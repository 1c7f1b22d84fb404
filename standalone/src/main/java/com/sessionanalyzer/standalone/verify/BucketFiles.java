package com.sessionanalyzer.standalone.verify;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that are written side by side, and each read once when all is written. They are deleted when they are closed, and where the
 * system can do that have no name from the beginning, so that nothing is left of a process that is killed.
 */
final class BucketFiles implements AutoCloseable {

    private final List<FileChannel> files = new ArrayList<>();
    private final List<DataOutputStream> outputs = new ArrayList<>();
    private final long[] items;

    private BucketFiles(int count) {
        items = new long[count];
    }

    /** So many new files in the directory, with names that begin alike. */
    static BucketFiles create(Path directory, String name, int count) throws IOException {
        BucketFiles created = new BucketFiles(count);
        try {
            for (int bucket = 0; bucket < count; bucket++) {
                FileChannel file = FileChannel.open(
                        directory.resolve(name + "-" + bucket),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
                created.files.add(file);
                created.outputs.add(new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file))));
            }
            return created;
        } catch (IOException failed) {
            created.close();
            throw failed;
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

    /** Reads the items of a file in the order in which they were written, and gives up the file. */
    void read(int bucket, Reading item) {
        try (FileChannel file = files.get(bucket)) {
            outputs.get(bucket).flush();
            file.position(0);
            DataInputStream input = new DataInputStream(new BufferedInputStream(Channels.newInputStream(file)));
            for (long left = items[bucket]; left > 0; left--) {
                item.from(input);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Gives up all files, and what was written and not read. */
    @Override
    public void close() throws IOException {
        IOException failed = null;
        for (FileChannel file : files) {
            try {
                file.close();
            } catch (IOException left) {
                failed = left;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
