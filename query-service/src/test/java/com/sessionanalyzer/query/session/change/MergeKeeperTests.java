package com.sessionanalyzer.query.session.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.intake.session.alias.CustomerLinks;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.session.CustomerSnapshot;
import com.sessionanalyzer.query.session.CustomerSnapshots;
import com.sessionanalyzer.query.session.KnownCustomer;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.AliasState;
import com.sessionanalyzer.schema.session.CustomerLink;
import com.sessionanalyzer.schema.session.CustomerLinkKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class MergeKeeperTests {

    private static final OrganizationId ORGANIZATION = new OrganizationId("acme");

    private final CustomerLinks links = new CustomerLinks();
    private final WithRecords withRecords = new WithRecords();
    private final Queue<String> settled = new ConcurrentLinkedQueue<>();
    private final MergeKeeper keeper =
            new MergeKeeper(links, withRecords, alias -> settled.add(alias.key()), Duration.ofMillis(10));

    @Test
    void goesOnWithMergesAndUndoingsThatBrokeOff() {
        decided("merging", AliasState.MERGING);
        decided("undoing", AliasState.UNDOING);

        keeper.look();

        assertThat(settled).containsExactlyInAnyOrder("merging", "undoing");
    }

    @Test
    void leavesAloneWhatIsInPlace() {
        decided("merged", AliasState.MERGED);
        decided("undone", AliasState.UNDONE);
        withRecords.keys.add("undone");

        keeper.look();

        assertThat(settled).isEmpty();
    }

    @Test
    void movesRecordsThatCameInUnderAMergedName() {
        decided("merged", AliasState.MERGED);
        withRecords.keys.add("merged");

        keeper.look();

        assertThat(settled).containsExactly("merged");
    }

    @Test
    void goesOnWithTheOthersWhenOneCannotBeCompletedYet() {
        decided("one", AliasState.MERGING);
        decided("two", AliasState.MERGING);
        MergeKeeper refused = new MergeKeeper(
                links,
                withRecords,
                alias -> {
                    settled.add(alias.key());
                    throw ProblemException.of(ProblemType.UNAVAILABLE, "Kafka is away.");
                },
                Duration.ofDays(1));

        assertThatCode(refused::look).doesNotThrowAnyException();
        assertThat(settled).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void looksAgainAndAgainUntilItIsStoppedWhateverGoesWrong() {
        decided("merging", AliasState.MERGING);
        MergeKeeper failing = new MergeKeeper(
                links,
                withRecords,
                alias -> {
                    settled.add(alias.key());
                    throw new IllegalStateException("a mistake of ours");
                },
                Duration.ofMillis(5));

        failing.start();

        assertThat(failing.isRunning()).isTrue();
        await().until(() -> settled.size() >= 3);
        failing.stop();
        assertThat(failing.isRunning()).isFalse();
    }

    private void decided(String key, AliasState state) {
        links.take(
                new CustomerLinkKey.Alias(ORGANIZATION, key).encode(),
                new CustomerLink.Alias(key, "kept", "Kept", state, "anna", Instant.EPOCH, 0).encode());
    }

    /** Customers of whom nothing is known but that they have records. */
    private static final class WithRecords implements CustomerSnapshots {

        private final Set<String> keys = new HashSet<>();

        @Override
        public CustomerSnapshot newest(OrganizationId organization) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long version(OrganizationId organization) {
            return 0;
        }

        @Override
        public Optional<KnownCustomer> find(OrganizationId organization, String key) {
            return keys.contains(key)
                    ? Optional.of(new KnownCustomer(key, key, 1, 1, Instant.EPOCH, Instant.EPOCH, List.of()))
                    : Optional.empty();
        }
    }
}
