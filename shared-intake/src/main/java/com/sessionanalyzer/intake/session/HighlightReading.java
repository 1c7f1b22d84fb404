package com.sessionanalyzer.intake.session;

import static com.sessionanalyzer.intake.session.SessionField.HIGHLIGHT_DETAILS;
import static com.sessionanalyzer.intake.session.SessionField.HIGHLIGHT_TYPE;
import static com.sessionanalyzer.intake.session.SessionField.HIGHLIGHT_URL;

import com.sessionanalyzer.intake.text.TextField;
import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.HighlightType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the highlight of one record. */
final class HighlightReading {

    private static final String TYPE_CODES =
            Arrays.stream(HighlightType.values()).map(HighlightType::code).collect(Collectors.joining(", "));

    private final CheckedFields fields;

    HighlightReading(CheckedFields fields) {
        this.fields = fields;
    }

    boolean isPresent() {
        return fields.value(HIGHLIGHT_TYPE) != null
                || fields.value(HIGHLIGHT_URL) != null
                || fields.value(HIGHLIGHT_DETAILS) != null;
    }

    /** The highlight, or null after a finding. */
    @Nullable
    Highlight read() {
        HighlightType type = type();
        TextField url = fields.value(HIGHLIGHT_URL);
        String details = fields.bounded(HIGHLIGHT_DETAILS);
        if (url != null && !Highlight.isWebAddress(url.value())) {
            fields.reject(
                    HIGHLIGHT_URL,
                    "not-a-web-address",
                    "Highlight URL must be an http or https address of at most 500 characters");
            return null;
        }
        return type == null ? null : new Highlight(type, url == null ? null : url.value(), details);
    }

    private @Nullable HighlightType type() {
        TextField value = fields.value(HIGHLIGHT_TYPE);
        if (value == null) {
            fields.missing(HIGHLIGHT_TYPE);
            return null;
        }
        HighlightType type = HighlightType.of(value.value()).orElse(null);
        if (type == null) {
            fields.reject(HIGHLIGHT_TYPE, "unknown-value", "Highlight type must be one of " + TYPE_CODES);
        }
        return type;
    }
}
