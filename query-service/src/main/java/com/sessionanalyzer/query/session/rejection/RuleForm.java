package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.intake.session.SessionField;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A rule as somebody typed it. */
record RuleForm(String kind, String field, String from, String to, boolean ignoreCase) {

    static RuleForm of(HttpServletRequest request) {
        return new RuleForm(
                text(request.getParameter("kind")),
                text(request.getParameter("target")),
                text(request.getParameter("value")),
                text(request.getParameter("with")),
                request.getParameter("ignore_case") != null);
    }

    /** What may help a group, as far as its reason tells. */
    static RuleForm suggested(@Nullable ReasonGroup group) {
        if (group == null) {
            return new RuleForm("map", SessionField.REGION.wireName(), "", "", true);
        }
        return switch (group.rule()) {
            case "required" -> new RuleForm("default", group.field(), "", "", true);
            case "not-a-number" -> new RuleForm("strip", group.field(), "", "", true);
            case "unknown-field" -> new RuleForm("rename", group.field(), "", "", true);
            default -> new RuleForm("map", group.field(), group.example().value(), "", true);
        };
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The fields to choose from, and one that is not known when the rule is about it. */
    public List<PageOption> fields() {
        List<PageOption> known = PageOption.fields();
        boolean isKnown = field.isBlank()
                || known.stream().anyMatch(option -> option.code().equals(field));
        return isKnown
                ? known
                : Stream.concat(Stream.of(new PageOption(field, field)), known.stream())
                        .toList();
    }
}
