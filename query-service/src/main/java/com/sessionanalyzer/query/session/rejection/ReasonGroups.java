package com.sessionanalyzer.query.session.rejection;

import java.util.List;

/**
 * Why records were rejected, the most frequent reasons first.
 *
 * @param groups  the first of them
 * @param reasons how many there are
 * @param broken  how often they were broken altogether: a record that broke several counts for each
 */
public record ReasonGroups(List<ReasonGroup> groups, long reasons, long broken) {

    /** The most that one answer lists. */
    static final int MOST = 200;

    public ReasonGroups {
        groups = List.copyOf(groups);
    }

    /** Reasons that are not listed. */
    public long otherReasons() {
        return reasons - groups.size();
    }

    /** How often those were broken. */
    public long otherBroken() {
        return broken - groups.stream().mapToLong(ReasonGroup::count).sum();
    }
}
