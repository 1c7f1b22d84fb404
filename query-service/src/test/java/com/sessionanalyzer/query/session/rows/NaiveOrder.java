package com.sessionanalyzer.query.session.rows;

import com.sessionanalyzer.schema.session.SessionRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The order of rows as it is described, one comparison after the other. */
final class NaiveOrder {

    private NaiveOrder() {}

    static List<String> ids(List<SessionRecord> unordered, RowOrder order) {
        Comparator<SessionRecord> comparator = Comparator.comparing(same -> 0);
        boolean uploadedDescending = true;
        for (RowOrder.Key key : order.keys()) {
            comparator = comparator.thenComparing(by(key));
            if (key.sort() == SessionSort.UPLOADED_AT) {
                uploadedDescending = key.descending();
            }
        }
        Comparator<SessionRecord> newest = Comparator.comparing(
                        SessionRecord::uploadedAt, Comparator.<Instant>naturalOrder())
                .thenComparing(record -> record.id().toString());
        List<SessionRecord> ordered = new ArrayList<>(unordered);
        ordered.sort(comparator.thenComparing(uploadedDescending ? newest.reversed() : newest));
        return ordered.stream().map(record -> record.id().toString()).toList();
    }

    private static Comparator<SessionRecord> by(RowOrder.Key key) {
        return switch (key.sort()) {
            case UPLOADED_AT -> directed(Comparator.comparing(SessionRecord::uploadedAt), key);
            case CUSTOMER ->
                directed(Comparator.comparing(record -> record.customer().key()), key);
            case REGION ->
                directed(Comparator.comparing(record -> record.region().toLowerCase(Locale.ROOT)), key);
            case SESSIONS -> directed(Comparator.comparing(SessionRecord::sessions), key);
            case SOURCE ->
                directed(Comparator.comparing(record -> record.source().toLowerCase(Locale.ROOT)), key);
            case DESTINATION -> directed(Comparator.comparing(SessionRecord::destination), key);
            case TIME_CONSUMED ->
                Comparator.comparing(
                        SessionRecord::minutes,
                        Comparator.nullsLast(
                                key.descending() ? Comparator.<Integer>reverseOrder() : Comparator.naturalOrder()));
        };
    }

    private static Comparator<SessionRecord> directed(Comparator<SessionRecord> ascending, RowOrder.Key key) {
        return key.descending() ? ascending.reversed() : ascending;
    }
}
