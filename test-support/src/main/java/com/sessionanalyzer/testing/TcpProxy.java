package com.sessionanalyzer.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between clients and a server of this machine, and is at will as if not there, slow, silent, or gone. */
public final class TcpProxy implements AutoCloseable {

    private static final int CHUNK_BYTES = 16 << 10;

    private final int target;
    private final ServerSocket server;
    private final Passage passage = new Passage();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private TcpProxy(int target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    }

    /** A proxy to this port, which nobody has to listen at yet. */
    public static TcpProxy to(int port) {
        try {
            TcpProxy proxy = new TcpProxy(port);
            start("proxy-accept", proxy::accept);
            return proxy;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where clients connect to. */
    public int port() {
        return server.getLocalPort();
    }

    /** From now on everything passes at once, also what was held up. */
    public void pass() {
        passage.set(Passage.Mode.OPEN, Duration.ZERO);
    }

    /** From now on each piece of up to 16 KB arrives that much later, in each direction. */
    public void delay(Duration each) {
        passage.set(Passage.Mode.OPEN, each);
    }

    /** From now on connections stay open and new ones are taken, but nothing passes: a machine that hangs. */
    public void hang() {
        passage.set(Passage.Mode.HELD, Duration.ZERO);
    }

    /** Breaks all connections, and from now on every new one: a process that is gone. */
    public void cut() {
        passage.set(Passage.Mode.CUT, Duration.ZERO);
        open.forEach(TcpProxy::close);
    }

    @Override
    public void close() {
        close(server);
        cut();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (passage.isCut()) {
                    close(client);
                } else {
                    connect(client);
                }
            } catch (IOException ended) {
                // closed, or the server is not there: the next client may have more luck
            }
        }
    }

    private void connect(Socket client) throws IOException {
        open.add(client);
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(server);
            start("proxy-up", () -> pump(client, server));
            start("proxy-down", () -> pump(server, client));
        } catch (IOException away) {
            end(client);
            throw away;
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0 && passage.await(); read = in.read(chunk)) {
                out.write(chunk, 0, read);
            }
        } catch (IOException ended) {
            // one end is gone, so the other one goes too
        } finally {
            end(from);
            end(to);
        }
    }

    private void end(Socket socket) {
        close(socket);
        open.remove(socket);
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** What every piece waits at. */
    private static final class Passage {

        private Mode mode = Mode.OPEN;
        private Duration delay = Duration.ZERO;

        private enum Mode {
            OPEN,
            HELD,
            CUT
        }

        private synchronized void set(Mode changed, Duration each) {
            mode = changed;
            delay = each;
            notifyAll();
        }

        private synchronized boolean isCut() {
            return mode == Mode.CUT;
        }

        /** Whether the piece may go on, once it may. */
        private synchronized boolean await() {
            long due = System.nanoTime() + delay.toNanos();
            try {
                while (mode == Mode.HELD || (mode == Mode.OPEN && !delay.isZero() && due - System.nanoTime() > 0)) {
                    long left = (due - System.nanoTime()) / 1_000_000 + 1;
                    wait(mode == Mode.HELD ? 0 : Math.max(1, left));
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
            return mode == Mode.OPEN;
        }
    }
}
