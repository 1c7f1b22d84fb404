package com.sessionanalyzer.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A bulk post that is sent piece by piece, by hand. */
public final class SlowPost implements Closeable {

    private final Socket socket;

    /**
     * Sends the head of a post.
     *
     * @param length announced; negative for a body in chunks
     */
    public SlowPost(int port, String query, long length, Map<String, String> headers) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        StringBuilder head = new StringBuilder("POST /api/sessions/bulk" + query + " HTTP/1.1\r\nHost: localhost\r\n");
        head.append("Content-Type: application/x-ndjson\r\n");
        head.append(length < 0 ? "Transfer-Encoding: chunked\r\n" : "Content-Length: " + length + "\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        send(head.append("\r\n").toString());
    }

    /** Sends these bytes as they are. */
    public void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** Sends a chunk of the body. */
    public void chunk(String text) throws IOException {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        send(Integer.toHexString(length) + "\r\n" + text + "\r\n");
    }

    public void lastChunk() throws IOException {
        send("0\r\n\r\n");
    }

    /** Sends nothing more, and still listens. */
    public void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** What was answered up to this text, which is waited for. */
    public String answerUntil(String text) throws IOException {
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf(text) < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("ended with: " + answer);
            }
            answer.append((char) next);
        }
        return answer.toString();
    }

    /** Everything that is answered until the connection ends. */
    public String answer() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    public Socket socket() {
        return socket;
    }

    /** Breaks the connection off as a killed client does. */
    public void kill() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
