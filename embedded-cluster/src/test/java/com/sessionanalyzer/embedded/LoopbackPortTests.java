package com.sessionanalyzer.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LoopbackPortTests {

    @Test
    void findsAFreePortThatNoOutgoingConnectionIsGiven() throws IOException {
        int port = LoopbackPort.claim(0, "a test");

        assertThat(port).isBetween(LoopbackPort.LEAST, LoopbackPort.MOST);
        listen(port).close();
    }

    @Test
    void takesTheGivenPortUnlessSomebodyListensThere() throws IOException {
        int port = LoopbackPort.claim(0, "a test");
        assertThat(LoopbackPort.claim(port, "a test")).isEqualTo(port);

        try (ServerSocket somebody = listen(port)) {
            assertThatThrownBy(() -> LoopbackPort.claim(somebody.getLocalPort(), "a test"))
                    .isInstanceOf(EmbeddedStartException.class)
                    .hasMessage("Port " + port + " for a test is already in use on 127.0.0.1.");
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }
}
