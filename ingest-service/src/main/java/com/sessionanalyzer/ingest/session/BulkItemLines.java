package com.sessionanalyzer.ingest.session;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with a line for each record, as soon as it is settled, by a thread of its own: a sender that waits for an answer
 * before it sends more gets it. Nothing is sent before the first is settled, so that a refusal can still be the answer.
 */
final class BulkItemLines implements BulkResults, AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final HttpServletResponse response;
    private final JsonMapper json;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "bulk-answer");
        thread.setDaemon(true);
        return thread;
    });

    BulkItemLines(HttpServletResponse response, JsonMapper json) {
        this.response = response;
        this.json = json;
    }

    @Override
    public void replayed(long records, long lines) {
        CompletableFuture<Void> unused = written(out -> line(out, BulkItem.replayed(records, lines)));
    }

    @Override
    public CompletableFuture<Void> settled(BulkRun run, BulkChunk chunk) {
        return chunk.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : written(out -> {
                    for (BulkPart part : chunk.parts()) {
                        for (int i = 0; i < part.outcomes().size(); i++) {
                            line(
                                    out,
                                    BulkItem.of(
                                            run.head().key().id(),
                                            part.firstItem() + i,
                                            part.outcomes().get(i)));
                        }
                    }
                });
    }

    /** Whether any line is sent, now that nothing is on its way to be sent. */
    boolean isBegun() {
        return CompletableFuture.supplyAsync(response::isCommitted, writer).join();
    }

    /** Ends the answer with this line, after all others; whether the client still reads. */
    boolean end(Object summary) {
        return written(out -> line(out, summary))
                .handle((nothing, gone) -> gone == null)
                .join();
    }

    private CompletableFuture<Void> written(Lines lines) {
        return CompletableFuture.runAsync(() -> write(lines), writer);
    }

    private void write(Lines lines) {
        try {
            if (!response.isCommitted()) {
                response.setStatus(HttpStatus.OK.value());
                response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            }
            OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
            lines.write(out);
            out.flush();
            response.flushBuffer();
        } catch (IOException gone) {
            throw new CompletionException(gone);
        } catch (UncheckedIOException gone) {
            throw new CompletionException(gone.getCause());
        }
    }

    private void line(OutputStream out, Object value) throws IOException {
        out.write(json.writeValueAsBytes(value));
        out.write('\n');
    }

    @Override
    public void close() {
        writer.shutdown();
    }

    /** Writes lines. */
    @FunctionalInterface
    private interface Lines {
        void write(OutputStream out) throws IOException;
    }
}
