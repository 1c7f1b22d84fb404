package com.sessionanalyzer.torture;

import com.sessionanalyzer.torture.Findings.Kind;
import com.sessionanalyzer.torture.Journal.Fate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a run came to.
 *
 * @param unacknowledgedStored records that are there although their sender never heard so
 * @param serving              from a part's start until it served, per part
 * @param whole                from the last kill of a round until a new record was counted and shown
 */
record Summary(
        long seed,
        int kills,
        int rounds,
        double seconds,
        long recorded,
        long rejected,
        long corrections,
        long deleted,
        long acknowledged,
        int live,
        int unacknowledgedStored,
        long insightsRead,
        long lost,
        long doubled,
        long otherFindings,
        Map<String, Percentiles> serving,
        Percentiles whole,
        List<String> findings) {

    static Map<String, Percentiles> perPart(List<Recovery> recoveries) {
        Map<String, Percentiles> serving = new LinkedHashMap<>();
        for (Victim victim : Victim.values()) {
            serving.put(
                    victim.label(),
                    Percentiles.of(recoveries.stream()
                            .filter(recovery -> recovery.victim() == victim)
                            .map(Recovery::restartMillis)
                            .toList()));
        }
        return serving;
    }

    static Summary of(
            Plan plan,
            long seed,
            double seconds,
            Journal journal,
            RecordCheck.Looked looked,
            long insightsRead,
            Findings findings,
            List<Recovery> recoveries,
            List<Long> whole) {
        return new Summary(
                seed,
                plan.kills(),
                plan.rounds().size(),
                seconds,
                journal.count(Fate.RECORDED),
                journal.count(Fate.REJECTED),
                journal.corrections(),
                journal.count(Fate.DELETED),
                journal.acknowledged(),
                looked.live(),
                looked.unacknowledged(),
                insightsRead,
                findings.count(Kind.LOST),
                findings.count(Kind.DOUBLED),
                Stream.of(Kind.values())
                        .filter(kind -> kind != Kind.LOST && kind != Kind.DOUBLED)
                        .mapToLong(findings::count)
                        .sum(),
                perPart(recoveries),
                Percentiles.of(whole),
                findings.sentences());
    }

    boolean isClean() {
        return lost == 0 && doubled == 0 && otherFindings == 0;
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(kills + " kills in " + rounds + " rounds, " + lost + " lost, " + doubled + " doubled, "
                + otherFindings + " other findings; seed " + seed + ", " + Math.round(seconds) + " s.");
        sentences.add(acknowledged + " acknowledgements: " + recorded + " records, " + corrections + " corrections, "
                + deleted + " deleted, " + rejected
                + " rejected; " + unacknowledgedStored + " there without one; " + insightsRead
                + " reads of the numbers, none went back.");
        serving.forEach((part, times) -> {
            if (times.count() > 0) {
                sentences.add(part + " serves after " + times + " (" + times.count() + " kills)");
            }
        });
        sentences.add("a new record is counted and shown after " + whole);
        return sentences;
    }
}
