package com.sessionanalyzer.query.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads the live stream event by event; a socket of its own, so that it notices when nothing comes, and HTTP 1.0, so that no chunks divide lines. */
final class StreamReader implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader lines;
    private long version = -1;

    StreamReader(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream()
                .write("GET /api/insights/stream HTTP/1.0\r\nHost: localhost\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        setPatience(Duration.ofSeconds(30));
    }

    void setPatience(Duration patience) throws IOException {
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
    }

    /** The data of the next event; fails when none comes in time. */
    String nextData() throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith("data: ")) {
            if (line.startsWith("id: ")) {
                version = Long.parseLong(line.substring("id: ".length()));
            }
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("the stream has ended");
        }
        return line.substring("data: ".length());
    }

    /** The next line that browsers pass over; fails when none comes in time. */
    String nextComment() throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith(":")) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("the stream has ended");
        }
        return line;
    }

    /** The id of the last event. */
    long version() {
        return version;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
