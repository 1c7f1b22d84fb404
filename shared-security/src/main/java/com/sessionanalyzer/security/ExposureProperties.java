package com.sessionanalyzer.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who can reach a server that has no credentials.
 *
 * @param trustedNetwork whether everybody who reaches {@code server.address} may read and write, because only a proxy that
 *                       itself listens on loopback can; without it the server binds to loopback
 */
@ConfigurationProperties("csa.security")
public record ExposureProperties(@DefaultValue("false") boolean trustedNetwork) {}
