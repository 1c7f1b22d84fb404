package com.sessionanalyzer.standalone.demo;

import com.sessionanalyzer.intake.session.SessionDraft;
import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.HighlightType;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** An endless row of made-up reviews; the n-th depends on the seed and n only. */
final class DemoSessions {

    private static final List<HighlightType> TYPES = List.of(HighlightType.values());
    private static final int CUSTOMERS = 140;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;
    private static final double TIMED = 0.82;
    private static final double HIGHLIGHTED = 0.12;
    private static final double OTHER_PIPELINE = 0.15;
    private static final int TICKETS = 9_000;
    private static final int MEAN_MINUTES = 24;
    private static final int ROUNDING = 5;

    private final long seed;
    private final Weighted<DemoCustomer> customers;

    DemoSessions(long seed) {
        this.seed = seed;
        this.customers = Weighted.skewed(DemoCustomer.make(CUSTOMERS, new Random(seed)));
    }

    /**
     * The review with this number.
     *
     * @param uploadedAt null for now
     */
    SessionDraft review(long number, @Nullable Instant uploadedAt) {
        RandomGenerator random = new SplittableRandom(seed + number * SPREAD);
        DemoCustomer customer = customers.pick(random);
        DemoCustomer pipeline = random.nextDouble() < OTHER_PIPELINE ? customers.pick(random) : customer;
        return new SessionDraft(
                customer.name(),
                customer.region(),
                sessions(customer, random),
                pipeline.sources().get(random.nextInt(pipeline.sources().size())),
                pipeline.destination(),
                random.nextDouble() < TIMED ? minutes(customer, random) : null,
                DemoObservations.make(random),
                random.nextDouble() < HIGHLIGHTED ? highlight(random) : null,
                uploadedAt);
    }

    private static int sessions(DemoCustomer customer, RandomGenerator random) {
        return 1 + (int) (customer.effort() * 2 * random.nextExponential());
    }

    private static int minutes(DemoCustomer customer, RandomGenerator random) {
        int minutes = (int) Math.round(customer.effort() * MEAN_MINUTES * Math.exp(random.nextGaussian() / 2));
        int habit = random.nextInt(3) > 0 ? Math.round((float) minutes / ROUNDING) * ROUNDING : minutes;
        return Math.max(1, Math.min(SessionRecord.MAX_MINUTES, habit));
    }

    private static Highlight highlight(RandomGenerator random) {
        HighlightType type = TYPES.get(random.nextInt(TYPES.size()));
        return new Highlight(
                type,
                "https://tickets.example/CSA-" + (1_000 + random.nextInt(TICKETS)),
                type == HighlightType.OTHER ? "Discuss with the onboarding team" : null);
    }
}
