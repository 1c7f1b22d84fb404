package com.sessionanalyzer.intake.session.alias;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.AliasState;
import com.sessionanalyzer.schema.session.CustomerLink;
import com.sessionanalyzer.schema.session.CustomerLinkKey;
import com.sessionanalyzer.schema.session.CustomerName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CustomerLinksTests {

    private static final OrganizationId ORGANIZATION = new OrganizationId("acme");
    private static final OrganizationId OTHER = new OrganizationId("other");

    private final CustomerLinks links = new CustomerLinks();

    @Test
    void keepsTheSpellingAndChangesTheIdentity() {
        merge("acme inc", "acme.com", AliasState.MERGED);

        assertThat(links.of(ORGANIZATION, "ACME  Inc")).isEqualTo(new CustomerName("ACME Inc", "acme.com"));
        assertThat(links.of(ORGANIZATION, "ACME.com")).isEqualTo(new CustomerName("ACME.com", "acme.com"));
        assertThat(links.of(OTHER, "ACME Inc")).isEqualTo(CustomerName.of("ACME Inc"));
    }

    @Test
    void followsChainsToTheirEnd() {
        merge("a", "b", AliasState.MERGED);
        merge("b", "c", AliasState.MERGING);

        assertThat(links.resolve(ORGANIZATION, "a")).isEqualTo("c");
        assertThat(links.aliasesOf(ORGANIZATION, "c"))
                .extracting(entry -> entry.getKey().key())
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void followsNoMergeThatIsUndone() {
        merge("a", "b", AliasState.UNDOING);
        merge("c", "b", AliasState.UNDONE);

        assertThat(links.resolve(ORGANIZATION, "a")).isEqualTo("a");
        assertThat(links.resolve(ORGANIZATION, "c")).isEqualTo("c");
        assertThat(links.aliasesOf(ORGANIZATION, "b")).isEmpty();
    }

    @Test
    void isNotCaughtInACircle() {
        merge("a", "b", AliasState.MERGED);
        merge("b", "a", AliasState.MERGED);

        assertThat(links.resolve(ORGANIZATION, "a")).isEqualTo("a");
    }

    @Test
    void forgetsWhatATombstoneEnds() {
        merge("a", "b", AliasState.MERGED);
        apart("x", "y");

        links.take(new CustomerLinkKey.Alias(ORGANIZATION, "a").encode(), null);
        links.take(CustomerLinkKey.Apart.of(ORGANIZATION, "x", "y").encode(), null);

        assertThat(links.resolve(ORGANIZATION, "a")).isEqualTo("a");
        assertThat(links.areApart(ORGANIZATION, "x", "y")).isFalse();
    }

    @Test
    void keepsTwoApartInWhicheverOrder() {
        apart("y", "x");

        assertThat(links.areApart(ORGANIZATION, "x", "y")).isTrue();
        assertThat(links.areApart(ORGANIZATION, "y", "x")).isTrue();
        assertThat(links.areApart(OTHER, "x", "y")).isFalse();
        assertThat(links.areApart(ORGANIZATION, "x", "x")).isFalse();
    }

    @Test
    void leavesOutWhatSomebodyElseWrote() {
        links.take("nonsense".getBytes(StandardCharsets.UTF_8), new byte[] {1});
        links.take(new CustomerLinkKey.Alias(ORGANIZATION, "a").encode(), new byte[] {1, 2, 3});

        assertThat(links.aliases()).isEmpty();
    }

    private void merge(String key, String into, AliasState state) {
        CustomerLink.Alias alias = new CustomerLink.Alias(key, into, into, state, "somebody", Instant.EPOCH, 1);
        links.take(new CustomerLinkKey.Alias(ORGANIZATION, key).encode(), alias.encode());
    }

    private void apart(String one, String other) {
        CustomerLinkKey.Apart key = CustomerLinkKey.Apart.of(ORGANIZATION, one, other);
        links.take(key.encode(), new CustomerLink.Apart(key.key(), key.otherKey(), "somebody", Instant.EPOCH).encode());
    }
}
