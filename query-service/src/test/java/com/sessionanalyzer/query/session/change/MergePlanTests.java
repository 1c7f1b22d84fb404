package com.sessionanalyzer.query.session.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sessionanalyzer.intake.session.alias.CustomerLinks;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.AliasState;
import com.sessionanalyzer.schema.session.CustomerLink;
import com.sessionanalyzer.schema.session.CustomerLinkKey;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MergePlanTests {

    private static final OrganizationId ORGANIZATION = new OrganizationId("acme");

    private final CustomerLinks links = new CustomerLinks();

    @Test
    void mergesIntoTheCustomerThatTheOtherIsMergedInto() {
        decided("b", "c", AliasState.MERGED);

        assertThat(MergePlan.of(links, ORGANIZATION, "A", "B")).isEqualTo(new MergePlan("a", "c", false));
    }

    @Test
    void knowsWhatIsMergedAlready() {
        decided("a", "b", AliasState.MERGING);
        decided("b", "c", AliasState.MERGED);

        assertThat(MergePlan.of(links, ORGANIZATION, "a", "b")).isEqualTo(new MergePlan("a", "c", true));
        assertThat(MergePlan.of(links, ORGANIZATION, "a", "c")).isEqualTo(new MergePlan("a", "c", true));
    }

    @Test
    void refusesCirclesAndCustomersMergedElsewhere() {
        decided("a", "b", AliasState.MERGED);

        assertRefused("b", "a", "“a” is merged into “b”; undo that first.");
        assertRefused("a", "x", "“a” is merged into “b”; undo that first.");
        assertRefused("x", "www.X", "Both names are of the same customer.");
    }

    @Test
    void waitsForAnUndoingToSettle() {
        decided("a", "b", AliasState.UNDOING);
        assertRefused("a", "b", "An earlier merge of “a” is still being undone; try again in a minute.");

        decided("a", "b", AliasState.UNDONE);
        assertThat(MergePlan.of(links, ORGANIZATION, "a", "b")).isEqualTo(new MergePlan("a", "b", false));
    }

    private void assertRefused(String name, String other, String sentence) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> MergePlan.of(links, ORGANIZATION, name, other))
                .satisfies(refused -> assertThat(refused.problem().detail()).isEqualTo(sentence));
    }

    private void decided(String key, String into, AliasState state) {
        CustomerLink.Alias alias = new CustomerLink.Alias(key, into, into, state, "somebody", Instant.EPOCH, 0);
        links.take(new CustomerLinkKey.Alias(ORGANIZATION, key).encode(), alias.encode());
    }
}
