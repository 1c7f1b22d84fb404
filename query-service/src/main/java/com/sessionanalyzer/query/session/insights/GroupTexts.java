package com.sessionanalyzer.query.session.insights;

import static java.util.Objects.requireNonNull;

import com.sessionanalyzer.query.period.Bucket;
import com.sessionanalyzer.query.period.Grain;
import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.session.insights.Grouping.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the codes of groups stand for: a day, a text, or a number, which is null where there is none. */
final class GroupTexts {

    private static final String PARTIAL = "partial";

    private final CodeTexts texts;
    private final List<SessionGroup> groups;
    private final List<Bucket> buckets;
    private final List<String> starts;

    GroupTexts(CodeTexts texts, Window window, Grain grain, List<SessionGroup> groups) {
        this.texts = texts;
        this.groups = groups;
        this.buckets = groups.stream()
                .filter(SessionGroup::isTime)
                .findFirst()
                .map(group -> requireNonNull(group.grain(grain)))
                .map(window::buckets)
                .orElse(List.of());
        this.starts = buckets.stream().map(bucket -> bucket.start().toString()).toList();
    }

    List<String> columns(List<SessionMeasure> measures) {
        List<String> columns = new ArrayList<>();
        for (SessionGroup group : groups) {
            columns.add(group.column());
            if (group.isTime()) {
                columns.add(PARTIAL);
            }
        }
        measures.forEach(measure -> columns.add(measure.code()));
        return List.copyOf(columns);
    }

    /** The row by columns. */
    Map<String, @Nullable Object> values(Row row, List<SessionMeasure> measures) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int place = 0; place < groups.size(); place++) {
            SessionGroup group = groups.get(place);
            values.put(group.column(), value(place, row));
            if (group.isTime()) {
                values.put(PARTIAL, buckets.get(row.code(place)).partial());
            }
        }
        measures.forEach(measure -> values.put(measure.code(), measure.of(row.sums())));
        return values;
    }

    /** The value of the group at this place. */
    @Nullable
    private Object value(int place, Row row) {
        int code = row.code(place);
        return switch (groups.get(place)) {
            case BUCKET, DAY, WEEK, MONTH -> starts.get(code);
            case MINUTES -> code == 0 ? null : (Integer) code;
            case CUSTOMER, HIGHLIGHT, REGION, SOURCE, DESTINATION -> text(place, code);
        };
    }

    /** What a code of the group at this place is called, unless it is a number or a stretch of days. */
    String text(int place, int code) {
        return texts.of(groups.get(place), code);
    }
}
