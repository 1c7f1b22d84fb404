package com.sessionanalyzer.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

class RoomForReadersTests {

    @Test
    void takesAsManyConnectionsAsThereMayBeLiveOnesAndSomeMore() {
        assertThat(limit(20_000, 8_192)).isEqualTo(20_000 + RoomForReaders.ALL_ELSE);
    }

    @Test
    void leavesAHigherLimitAndNoLimitAsTheyAre() {
        assertThat(limit(500, 8_192)).isEqualTo(8_192);
        assertThat(limit(20_000, -1)).isEqualTo(-1);
    }

    private static int limit(int liveConnections, int ofTheServer) {
        TomcatServletWebServerFactory server = new TomcatServletWebServerFactory(0);
        server.addConnectorCustomizers(connector -> protocol(connector).setMaxConnections(ofTheServer));
        new RoomForReaders(liveConnections).customize(server);
        TomcatWebServer made = (TomcatWebServer) server.getWebServer();
        made.start();
        try {
            return protocol(made.getTomcat().getConnector()).getMaxConnections();
        } finally {
            made.stop();
            made.destroy();
        }
    }

    private static AbstractProtocol<?> protocol(Connector connector) {
        return (AbstractProtocol<?>) connector.getProtocolHandler();
    }
}
