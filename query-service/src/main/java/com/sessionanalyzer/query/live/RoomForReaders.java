package com.sessionanalyzer.query.live;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Lets the server take as many connections as there may be live ones, and some for all else: those beyond its limit would
 * wait without an answer, whatever {@code csa.query.live-connections} says. A higher limit of the server's own stays.
 */
public final class RoomForReaders implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    static final int ALL_ELSE = 1_000;

    private final int liveConnections;

    public RoomForReaders(int liveConnections) {
        this.liveConnections = liveConnections;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addConnectorCustomizers(this::makeRoom);
    }

    private void makeRoom(Connector connector) {
        if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            int limit = protocol.getMaxConnections();
            if (limit >= 0) {
                protocol.setMaxConnections(Math.max(limit, liveConnections + ALL_ELSE));
            }
        }
    }
}
