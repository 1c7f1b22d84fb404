package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.SessionRejection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goes through the open rejections of a group in steps that fit into one transaction each. */
record GroupSteps(Rejections rejections) {

    /** Rejections that one request looks at. */
    static final int MOST = 10_000;

    private static final int STEP = 200;
    private static final int MAX_STEP_CHARACTERS = 1 << 19;

    /** The next after this one; none when there is none. */
    List<SessionRejection> next(OrganizationId organization, RejectionFilter filter, @Nullable UUID after, int room) {
        return bounded(rejections.next(organization, open(filter), after, Math.min(STEP, room)));
    }

    long count(OrganizationId organization, RejectionFilter filter) {
        return rejections.count(organization, open(filter));
    }

    long countAfter(OrganizationId organization, RejectionFilter filter, @Nullable UUID after) {
        return rejections.countAfter(organization, open(filter), after);
    }

    /** As many as fit into one transaction; at least one. */
    private static List<SessionRejection> bounded(List<SessionRejection> next) {
        long characters = 0;
        for (int end = 0; end < next.size(); end++) {
            characters += next.get(end).text().length();
            if (characters > MAX_STEP_CHARACTERS && end > 0) {
                return next.subList(0, end);
            }
        }
        return next;
    }

    private static RejectionFilter open(RejectionFilter filter) {
        return filter.in(RejectionState.OPEN);
    }
}
