package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.session.SessionSnapshot;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The answers that were given last, for a page and its charts ask the same; each is good for its snapshot alone. */
final class RecentAnswers {

    private static final int MOST = 32;

    private final Map<Key, Answer> answers = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Answer> eldest) {
            return size() > MOST;
        }
    };

    record Key(OrganizationId organization, Asked asked, int listLimit) {}

    private record Answer(long version, Position position, FilteredInsights insights) {

        private boolean isOf(SessionSnapshot snapshot) {
            return version == snapshot.version() && position.equals(snapshot.position());
        }
    }

    FilteredInsights get(Key key, SessionSnapshot snapshot, Supplier<FilteredInsights> otherwise) {
        Answer known;
        synchronized (answers) {
            known = answers.get(key);
        }
        if (known != null && known.isOf(snapshot)) {
            return known.insights();
        }
        FilteredInsights insights = otherwise.get();
        synchronized (answers) {
            answers.put(key, new Answer(snapshot.version(), snapshot.position(), insights));
        }
        return insights;
    }
}
