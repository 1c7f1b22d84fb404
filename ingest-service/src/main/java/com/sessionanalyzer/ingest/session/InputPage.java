package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.session.FormValues;
import com.sessionanalyzer.intake.session.SessionForm;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything the input page shows.
 *
 * @param mode        {@code form} or {@code text}: the way of input that is open
 * @param form        what was typed into the form
 * @param fieldErrors message by form field name, as in {@code time_consumed}
 * @param text        what is in the text area; after a post only what was rejected, so that sending it again doubles nothing
 * @param results     what became of each record of the post, in its order; empty before one
 * @param error       one sentence above the form; null when nothing is wrong
 */
public record InputPage(
        String mode,
        FormValues form,
        Map<String, String> fieldErrors,
        String text,
        List<ResultLine> results,
        @Nullable String error) {

    static final InputPage EMPTY = new InputPage("form", FormValues.EMPTY, Map.of(), "", List.of(), null);

    public InputPage {
        fieldErrors = Map.copyOf(fieldErrors);
        results = List.copyOf(results);
    }

    /** The regions that the form offers. */
    public List<String> regions() {
        return SessionForm.REGIONS;
    }
}
