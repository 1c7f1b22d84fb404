package com.sessionanalyzer.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

class LoopbackGuardTests {

    private static final ExposureProperties UNPROTECTED = new ExposureProperties(false);
    private static final ExposureProperties TRUSTED = new ExposureProperties(true);

    private final TomcatServletWebServerFactory server = new TomcatServletWebServerFactory();

    @Test
    void bindsToLoopbackWhenNothingIsConfigured() {
        new LoopbackGuard(null, UNPROTECTED).customize(server);

        assertThat(server.getAddress()).isEqualTo(InetAddress.getLoopbackAddress());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1"})
    void bindsToTheConfiguredLoopbackAddress(String address) throws Exception {
        new LoopbackGuard(InetAddress.getByName(address), UNPROTECTED).customize(server);

        assertThat(server.getAddress()).isEqualTo(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.1.2.3", "::"})
    void refusesEveryOtherAddressInOneSentence(String address) throws Exception {
        LoopbackGuard guard = new LoopbackGuard(InetAddress.getByName(address), UNPROTECTED);

        assertThatExceptionOfType(UnprotectedServerException.class)
                .isThrownBy(() -> guard.customize(server))
                .withMessageStartingWith("No credentials are configured, so the server only binds to this machine");
    }

    @Test
    void bindsToATrustedNetworkOnlyWhereItIsToldTo() throws Exception {
        new LoopbackGuard(InetAddress.getByName("10.1.2.3"), TRUSTED).customize(server);

        assertThat(server.getAddress()).isEqualTo(InetAddress.getByName("10.1.2.3"));
    }

    @Test
    void bindsToLoopbackInATrustedNetworkWhenNoAddressIsConfigured() {
        new LoopbackGuard(null, TRUSTED).customize(server);

        assertThat(server.getAddress()).isEqualTo(InetAddress.getLoopbackAddress());
    }
}
