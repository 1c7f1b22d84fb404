package com.sessionanalyzer.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTests {

    private final ServerSocket echo = serverSocket();
    private final TcpProxy proxy = TcpProxy.to(echo.getLocalPort());

    @BeforeEach
    void answer() {
        Thread thread = new Thread(this::echo, "echo");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void passesWhatIsSentInBothDirections() throws IOException {
        try (Socket client = client()) {
            client.getOutputStream().write(7);

            assertThat(client.getInputStream().read()).isEqualTo(7);
        }
    }

    @Test
    void holdsUpWhatIsSentWhileItHangsAndThenPassesIt() throws IOException {
        try (Socket client = client()) {
            proxy.hang();
            client.setSoTimeout(100);
            client.getOutputStream().write(7);

            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

            proxy.pass();
            client.setSoTimeout(10_000);
            assertThat(client.getInputStream().read()).isEqualTo(7);
        }
    }

    @Test
    void delaysEachDirection() throws IOException {
        try (Socket client = client()) {
            proxy.delay(Duration.ofMillis(100));
            long begin = System.nanoTime();
            client.getOutputStream().write(7);

            assertThat(client.getInputStream().read()).isEqualTo(7);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @Test
    void breaksConnectionsAndTakesNewOnesWhenItIsBack() throws IOException {
        try (Socket client = client()) {
            client.setSoTimeout(10_000);
            client.getOutputStream().write(7);
            assertThat(client.getInputStream().read()).isEqualTo(7);

            proxy.cut();
            assertThat(endOf(client)).isTrue();
        }
        proxy.pass();

        passesWhatIsSentInBothDirections();
    }

    private static boolean endOf(Socket client) {
        try {
            return client.getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    private Socket client() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    private void echo() {
        while (!echo.isClosed()) {
            try (Socket client = echo.accept()) {
                client.getInputStream().transferTo(client.getOutputStream());
            } catch (IOException ended) {
                // the next one
            }
        }
    }

    private static ServerSocket serverSocket() {
        try {
            return new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
