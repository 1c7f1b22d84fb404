package com.sessionanalyzer.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** A TCP port of the loopback address. */
public final class LoopbackPort {

    /** The only address at which embedded parts listen. */
    public static final String ADDRESS = "127.0.0.1";

    private static final byte[] BYTES = {127, 0, 0, 1};

    private LoopbackPort() {}

    /**
     * The given port, or a free one for 0.
     *
     * @throws EmbeddedStartException when somebody else listens there
     */
    public static int claim(int port, String purpose) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(BYTES), port));
            return socket.getLocalPort();
        } catch (IOException inUse) {
            throw new EmbeddedStartException(
                    "Port " + port + " for " + purpose + " is already in use on " + ADDRESS + ".", inUse);
        }
    }
}
