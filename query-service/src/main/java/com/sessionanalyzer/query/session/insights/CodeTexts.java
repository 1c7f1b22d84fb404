package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.facts.FactTable;
import com.sessionanalyzer.query.session.filter.HighlightChoices;

/** What the codes of a group stand for that are texts. */
@FunctionalInterface
interface CodeTexts {

    String of(SessionGroup group, int code);

    /** The texts that the facts know. */
    static CodeTexts of(FactTable facts) {
        return (group, code) -> switch (group) {
            case CUSTOMER -> facts.subjects().text(code);
            case HIGHLIGHT -> HighlightChoices.ofNumber(code);
            default -> facts.dictionary(group.dimension()).text(code);
        };
    }
}
