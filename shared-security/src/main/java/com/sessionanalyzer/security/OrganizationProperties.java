package com.sessionanalyzer.security;

import com.sessionanalyzer.schema.OrganizationId;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The one organization of an installation without sign-in.
 *
 * @param slug     its identity in every key, row and cell; like {@code acme-eu}
 * @param name     its name for people
 * @param timeZone IANA name of the zone in which its days begin and its times are shown
 */
@ConfigurationProperties("csa.organization")
public record OrganizationProperties(
        @DefaultValue("default") String slug,
        @DefaultValue("Default organization") String name,
        @DefaultValue("UTC") ZoneId timeZone) {

    public OrganizationProperties {
        if (name.isBlank()) {
            throw new IllegalArgumentException("csa.organization.name must not be blank");
        }
    }

    Organization organization() {
        return new Organization(new OrganizationId(slug), name, timeZone);
    }
}
