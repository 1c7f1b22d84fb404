package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.schema.session.SessionRecord;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.json.JsonMapper;

/** Compares insights with what records add up to, as {@code csa verify} does. */
@NullMarked
public final class Recomputation {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Recomputation() {}

    /** What is not equal, one sentence each. */
    public static List<String> differences(Collection<SessionRecord> records, String insights) {
        ExpectedInsights expected = new ExpectedInsights();
        records.forEach(expected::add);
        Differences differences = new Differences();
        new JsonComparison(differences).compare(expected.values(), JSON.readTree(insights));
        return differences.sentences();
    }
}
