package com.sessionanalyzer.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A TCP port of the loopback address. */
public final class LoopbackPort {

    /** The only address at which embedded parts listen. */
    public static final String ADDRESS = "127.0.0.1";

    /**
     * Free ports are looked for below those that systems hand out for outgoing connections (Linux from 32768, others from
     * 49152), because one of these may take a port between the moment it is found and the moment a server listens there.
     */
    static final int LEAST = 20_000;

    static final int MOST = 29_999;

    private static final int TRIES = 100;
    private static final byte[] BYTES = {127, 0, 0, 1};

    private LoopbackPort() {}

    /**
     * The given port, or a free one for 0.
     *
     * @throws EmbeddedStartException when somebody else listens there, or no free one is found
     */
    public static int claim(int port, String purpose) {
        if (port == 0) {
            return free(purpose);
        }
        try {
            bind(port);
            return port;
        } catch (IOException inUse) {
            throw new EmbeddedStartException(
                    "Port " + port + " for " + purpose + " is already in use on " + ADDRESS + ".", inUse);
        }
    }

    private static int free(String purpose) {
        for (int tries = 1; ; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LEAST, MOST + 1);
            try {
                bind(port);
                return port;
            } catch (IOException inUse) {
                if (tries == TRIES) {
                    throw new EmbeddedStartException(
                            "No free port for " + purpose + " was found between " + LEAST + " and " + MOST + " on "
                                    + ADDRESS + ".",
                            inUse);
                }
            }
        }
    }

    private static void bind(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(BYTES), port));
        }
    }
}
