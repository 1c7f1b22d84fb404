package com.sessionanalyzer.schema.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerLinkTests {

    private static final OrganizationId ORGANIZATION = new OrganizationId("acme");
    private static final Instant AT = Instant.ofEpochMilli(1_800_000_000_123L);

    @ParameterizedTest
    @EnumSource
    void readsWhatItWrites(AliasState state) {
        CustomerLink alias = new CustomerLink.Alias("ACME Inc", "acme.com", "acme.com", state, "somebody", AT, 7);
        CustomerLink apart = new CustomerLink.Apart("acme.com", "acne.com", "somebody", AT);

        assertThat(CustomerLink.decode(alias.encode())).isEqualTo(alias);
        assertThat(CustomerLink.decode(apart.encode())).isEqualTo(apart);
    }

    @Test
    void readsTheKeysItWrites() {
        CustomerLinkKey alias = new CustomerLinkKey.Alias(ORGANIZATION, "acme inc");
        CustomerLinkKey apart = CustomerLinkKey.Apart.of(ORGANIZATION, "b", "a");

        assertThat(CustomerLinkKey.decode(alias.encode())).isEqualTo(alias);
        assertThat(CustomerLinkKey.decode(apart.encode()))
                .isEqualTo(apart)
                .isEqualTo(CustomerLinkKey.Apart.of(ORGANIZATION, "a", "b"));
    }

    @Test
    void keepsNobodyApartFromItself() {
        assertThatIllegalArgumentException().isThrownBy(() -> CustomerLinkKey.Apart.of(ORGANIZATION, "a", "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "alias", "alias\tacme", "apart\tacme\tb\ta", "other\tacme\ta", "alias\tNo Slug\ta"})
    void refusesForeignKeys(String key) {
        assertThatExceptionOfType(UnreadableEventException.class)
                .isThrownBy(() -> CustomerLinkKey.decode(key.getBytes(StandardCharsets.UTF_8)));
    }
}
