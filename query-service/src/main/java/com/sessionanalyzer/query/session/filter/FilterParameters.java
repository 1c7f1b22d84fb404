package com.sessionanalyzer.query.session.filter;

import com.sessionanalyzer.query.period.Period;
import com.sessionanalyzer.query.period.PeriodParameters;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.schema.session.CustomerName;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads a filter from the parameters of one request. */
final class FilterParameters {

    /** Of one field. */
    static final int MOST_VALUES = 100;

    private static final List<String> TRUTHS = List.of("true", "false");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    private final Parameters parameters;
    private final Faults faults;

    FilterParameters(Parameters parameters, Faults faults) {
        this.parameters = parameters;
        this.faults = faults;
    }

    SessionFilter read(LocalDate today, Period otherwise) {
        FilterDraft draft = new FilterDraft(new PeriodParameters(parameters, faults).period(today, otherwise));
        texts(draft, FilterField.REGION, SessionRecord.MAX_REGION_LENGTH, UnaryOperator.identity());
        texts(draft, FilterField.SOURCE, SessionRecord.MAX_SOURCE_LENGTH, UnaryOperator.identity());
        texts(draft, FilterField.DESTINATION, SessionRecord.MAX_DESTINATION_LENGTH, UnaryOperator.identity());
        texts(
                draft,
                FilterField.CUSTOMER,
                CustomerName.MAX_LENGTH,
                text -> CustomerName.of(text).key());
        choices(draft, FilterField.HIGHLIGHT, HighlightChoices.codes());
        choices(draft, FilterField.HAS_TIME, TRUTHS);
        minutes(draft);
        return draft.filter();
    }

    private void texts(FilterDraft draft, FilterField field, int maxLength, UnaryOperator<String> canonical) {
        draft.set(
                field,
                values(field).stream()
                        .filter(text -> isShort(field, text, maxLength))
                        .map(canonical)
                        .toList());
    }

    private void choices(FilterDraft draft, FilterField field, List<String> allowed) {
        draft.set(
                field,
                values(field).stream()
                        .filter(text -> isAllowed(field, text, allowed))
                        .toList());
    }

    private void minutes(FilterDraft draft) {
        List<String> min = minutes(FilterField.MINUTES_MIN);
        List<String> max = minutes(FilterField.MINUTES_MAX);
        if (!min.isEmpty() && !max.isEmpty() && Integer.parseInt(min.get(0)) > Integer.parseInt(max.get(0))) {
            faults.add(
                    FilterField.MINUTES_MIN.parameter(), "must not be more than minutes_max, which is " + max.get(0));
            return;
        }
        draft.set(FilterField.MINUTES_MIN, min);
        draft.set(FilterField.MINUTES_MAX, max);
    }

    private List<String> minutes(FilterField field) {
        return values(field).stream()
                .filter(text -> isMinutes(field, text))
                .map(text -> Integer.toString(Integer.parseInt(text)))
                .toList();
    }

    private List<String> values(FilterField field) {
        List<String> values = parameters.all(field.parameter());
        int most = field.isRepeatable() ? MOST_VALUES : 1;
        if (values.size() > most) {
            faults.add(field.parameter(), most == 1 ? "must be said once" : "must be said at most " + most + " times");
            return values.subList(0, most);
        }
        return values;
    }

    private boolean isShort(FilterField field, String text, int maxLength) {
        return holds(text.length() <= maxLength, field, "must have at most " + maxLength + " characters");
    }

    private boolean isAllowed(FilterField field, String text, List<String> allowed) {
        return holds(allowed.contains(text), field, "must be one of " + String.join(", ", allowed));
    }

    private boolean isMinutes(FilterField field, String text) {
        boolean isMinutes = NUMBER.matcher(text).matches()
                && Integer.parseInt(text) >= 1
                && Integer.parseInt(text) <= SessionRecord.MAX_MINUTES;
        return holds(isMinutes, field, "must be in 1.." + SessionRecord.MAX_MINUTES);
    }

    private boolean holds(boolean rule, FilterField field, String sentence) {
        if (!rule) {
            faults.add(field.parameter(), sentence);
        }
        return rule;
    }
}
