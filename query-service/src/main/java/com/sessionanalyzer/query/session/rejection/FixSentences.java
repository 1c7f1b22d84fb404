package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.page.Formats;

/** What was done to a group, for people. */
record FixSentences(Formats formats) {

    String of(FixSummary done) {
        String rest = done.remaining() == 0
                ? ""
                : " " + formats.counted(done.remaining(), "more record") + " not looked at yet: apply the rule again.";
        return formats.number(done.fixed()) + " of " + formats.counted(done.selected(), "record")
                + " fixed and stored; " + formats.number(done.stillRejected()) + " still rejected." + rest;
    }

    String of(DismissSummary done) {
        String rest = done.remaining() == 0 ? "" : " " + formats.number(done.remaining()) + " are still open.";
        return formats.counted(done.dismissed(), "rejected record") + " dismissed." + rest;
    }
}
