package com.sessionanalyzer.security;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/**
 * Keeps a server without credentials on this machine: binds it to loopback, and refuses to start it anywhere else unless it
 * was told that only a proxy can reach it there.
 */
final class LoopbackGuard implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, Ordered {

    private static final Logger log = LoggerFactory.getLogger(LoopbackGuard.class);

    private final @Nullable InetAddress configured;
    private final boolean trusted;

    LoopbackGuard(@Nullable InetAddress configured, ExposureProperties exposure) {
        this.configured = configured;
        this.trusted = exposure.trustedNetwork();
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        if (trusted && configured != null && !configured.isLoopbackAddress()) {
            factory.setAddress(configured);
            log.atWarn()
                    .addKeyValue("address", configured.getHostAddress())
                    .log(
                            "No credentials are configured, and csa.security.trusted-network is set: everybody who can connect may read and write");
        } else {
            factory.setAddress(loopback());
            log.atInfo()
                    .addKeyValue("address", loopback().getHostAddress())
                    .log(
                            "No credentials are configured: only this machine can connect, and everybody on it may read and write");
        }
    }

    private InetAddress loopback() {
        if (configured == null) {
            return InetAddress.getLoopbackAddress();
        }
        if (!configured.isLoopbackAddress()) {
            throw new UnprotectedServerException(
                    "No credentials are configured, so the server only binds to this machine,"
                            + " but server.address is " + configured.getHostAddress() + ".");
        }
        return configured;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
