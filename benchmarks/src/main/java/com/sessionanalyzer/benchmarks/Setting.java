package com.sessionanalyzer.benchmarks;

import java.nio.file.Path;
import java.util.List;

/**
 * How much is measured, and of what.
 *
 * @param records     in each repeat
 * @param repeats     how often it is measured
 * @param warmUps     repeats before them that do not count
 * @param scope       what an instance consists of
 * @param javaOptions of the JVM of a service that is measured alone
 * @param csa         the command line of the product, to be followed by arguments
 */
record Setting(long records, int repeats, int warmUps, Scope scope, List<String> javaOptions, List<String> csa) {

    /** What is started to be measured. */
    enum Scope {
        INGEST,
        WHOLE
    }

    Setting {
        if (records < 1 || repeats < 1 || warmUps < 0) {
            throw new IllegalArgumentException("records and repeats must be 1 or more and warm-ups 0 or more, were "
                    + records + ", " + repeats + " and " + warmUps);
        }
    }

    /** Starts the ingest service alone, or the whole product. */
    InstanceStage.Starter starter() {
        return scope == Scope.INGEST ? () -> StartedIngest.start(javaOptions) : () -> StartedCsa.start(csa);
    }

    /** The command line of the product, from the root of the repository. */
    static List<String> csa(Path command) {
        return List.of(command.toAbsolutePath().normalize().toString());
    }
}
