import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * Posts single records over kept connections as fast as they are answered, and says how many a second that was:
 * {@code java scripts/PostLoad.java PORT CONNECTIONS WARM_UP_SECONDS SECONDS [ROUNDS]}.
 */
final class PostLoad {

    private static final byte[] BODY =
            "{\"customer\": \"load.example\", \"region\": \"EU\", \"sessions\": 1, \"source\": \"MySQL\", \"destination\": \"BQ\"}"
                    .getBytes(StandardCharsets.UTF_8);

    private final int port;
    private final LongAdder answered = new LongAdder();
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private volatile boolean measuring;

    private PostLoad(int port) {
        this.port = port;
    }

    public static void main(String[] arguments) throws InterruptedException {
        PostLoad load = new PostLoad(Integer.parseInt(arguments[0]));
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            Thread thread = new Thread(load::post);
            thread.setDaemon(true);
            thread.start();
        }
        Thread.sleep(1000L * Integer.parseInt(arguments[2]));
        int rounds = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 1;
        for (int round = 0; round < rounds; round++) {
            load.measure(Integer.parseInt(arguments[3]));
        }
    }

    private void measure(int seconds) throws InterruptedException {
        answered.reset();
        nanos.clear();
        measuring = true;
        Thread.sleep(1000L * seconds);
        measuring = false;
        long count = answered.sum();
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.println(String.format(
                Locale.ROOT,
                "%d posts/s, half within %.1f ms, 99 %% within %.1f ms",
                count / seconds,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6));
    }

    private void post() {
        byte[] head = ("POST /api/upload HTTP/1.1\r\nHost: localhost:" + port
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + BODY.length + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] request = Arrays.copyOf(head, head.length + BODY.length);
        System.arraycopy(BODY, 0, request, head.length, BODY.length);
        try {
            while (true) {
                post(request);
            }
        } catch (IOException failed) {
            System.err.println(failed);
            System.exit(1);
        }
    }

    /** Over one connection, until the server wants another, as it does after so many requests. */
    private void post(byte[] request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 8192);
            boolean kept = true;
            while (kept) {
                long begun = System.nanoTime();
                out.write(request);
                kept = read(in);
                if (measuring) {
                    answered.increment();
                    nanos.add(System.nanoTime() - begun);
                }
            }
        }
    }

    /** Reads an answer, and says whether another request may follow. */
    private static boolean read(InputStream in) throws IOException {
        String status = line(in);
        if (!status.contains(" 201")) {
            throw new IOException("answered " + status);
        }
        int length = 0;
        boolean chunked = false;
        boolean kept = true;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).trim());
            }
            kept &= !header.equals("connection: close");
            chunked |= header.startsWith("transfer-encoding:") && header.contains("chunked");
        }
        if (!chunked) {
            in.skipNBytes(length);
            return kept;
        }
        for (int size = chunk(in); size > 0; size = chunk(in)) {
            in.skipNBytes(size + 2L);
        }
        line(in);
        return kept;
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
