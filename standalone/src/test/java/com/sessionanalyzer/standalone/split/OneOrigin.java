package com.sessionanalyzer.standalone.split;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small stand-in for the proxy: its routes, bytes passed on as they come, and a connection for each request. */
final class OneOrigin implements AutoCloseable {

    private static final String HEAD_END = "\r\n\r\n";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ProxyRoutes routes;
    private final Map<ProxyRoutes.Service, Integer> ports;
    private final ServerSocket server;

    OneOrigin(ProxyRoutes routes, Map<ProxyRoutes.Service, Integer> ports) throws IOException {
        this.routes = routes;
        this.ports = Map.copyOf(ports);
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            Integer port = head.isEmpty() ? null : ports.get(routes.of(path(head)));
            if (port == null) {
                answer(client, "404 Not Found");
            } else {
                forward(client, head, port);
            }
        } catch (IOException gone) {
            // one side has gone, and closing tells the other
        }
    }

    private void forward(Socket client, String head, int port) throws IOException {
        try (Socket service = connect(port)) {
            String oneRequest = head.replaceFirst("\r\n", "\r\nConnection: close\r\n");
            service.getOutputStream().write(oneRequest.getBytes(StandardCharsets.ISO_8859_1));
            threads.execute(() -> pass(client, service));
            pass(service.getInputStream(), client.getOutputStream());
        } catch (UncheckedIOException away) {
            answer(client, "502 Bad Gateway");
        }
    }

    private static Socket connect(int port) {
        try {
            return new Socket(InetAddress.getLoopbackAddress(), port);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static void pass(Socket client, Socket service) {
        try {
            pass(client.getInputStream(), service.getOutputStream());
        } catch (IOException gone) {
            // the answer ends the connection
        }
    }

    private static void pass(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, read);
            to.flush();
        }
    }

    private static String head(InputStream request) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith(HEAD_END)) {
            int next = request.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static String path(String head) {
        return head.split(" ", 3)[1].split("\\?", 2)[0];
    }

    private static void answer(Socket client, String status) throws IOException {
        client.getOutputStream()
                .write(("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
