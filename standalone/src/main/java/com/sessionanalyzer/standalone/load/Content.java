package com.sessionanalyzer.standalone.load;

import com.sessionanalyzer.intake.session.BulkFormat;
import com.sessionanalyzer.standalone.instance.PlainFailure;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A file or standard input, unpacked, whose first bytes can be looked at before it is read. */
final class Content implements Closeable {

    /** How many of the first bytes make a content known again. */
    static final int HEAD = 1 << 16;

    private static final int GZIP_FIRST = 0x1F;
    private static final int GZIP_SECOND = 0x8B;

    private final String label;
    private final Arrived arrived;
    private final long size;
    private final InputStream unpacked;
    private final byte[] head;

    private Content(String label, InputStream in, long size) throws IOException {
        this.label = label;
        this.size = size;
        this.arrived = new Arrived(in);
        this.unpacked = new BufferedInputStream(unpacked(new BufferedInputStream(arrived, HEAD)), HEAD);
        unpacked.mark(HEAD);
        this.head = unpacked.readNBytes(HEAD);
        unpacked.reset();
    }

    static Content ofFile(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new PlainFailure("There is no file " + file + " that can be read.");
        }
        try {
            InputStream in = Files.newInputStream(file);
            return new Content(String.valueOf(file.getFileName()), in, Files.size(file));
        } catch (IOException failed) {
            throw new PlainFailure("The file " + file + " cannot be read: " + failed.getMessage() + ".", failed);
        }
    }

    /** The content of a stream of unknown length. */
    static Content ofStream(InputStream in) {
        try {
            return new Content("standard input", in, -1);
        } catch (IOException failed) {
            throw new PlainFailure("Standard input cannot be read: " + failed.getMessage() + ".", failed);
        }
    }

    private static InputStream unpacked(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean isPacked = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
        in.reset();
        return isPacked ? new GZIPInputStream(in, HEAD) : in;
    }

    /** As it is called in messages. */
    String label() {
        return label;
    }

    InputStream unpacked() {
        return unpacked;
    }

    /** The first bytes of it, all when there are fewer. */
    byte[] head() {
        return head.clone();
    }

    /** How much of it has arrived, from 0 to 1; negative when its size is not known. */
    double share() {
        return size < 0 ? -1 : size == 0 ? 1 : Math.min(1, (double) arrived.count() / size);
    }

    /** The format that the name says, or else the first characters. */
    BulkFormat format() {
        String name = label.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        BulkFormat named = named(name.substring(name.lastIndexOf('.') + 1));
        return named == null ? seen() : named;
    }

    private static @Nullable BulkFormat named(String extension) {
        return switch (extension) {
            case "ndjson", "jsonl", "json" -> BulkFormat.NDJSON;
            case "csv", "tsv" -> BulkFormat.CSV;
            case "txt", "text" -> BulkFormat.TEXT;
            default -> null;
        };
    }

    private BulkFormat seen() {
        String text =
                new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
        String line = text.lines().findFirst().orElse("");
        return line.startsWith("{") ? BulkFormat.NDJSON : line.indexOf(':') >= 0 ? BulkFormat.TEXT : BulkFormat.CSV;
    }

    @Override
    public void close() throws IOException {
        unpacked.close();
    }
}
