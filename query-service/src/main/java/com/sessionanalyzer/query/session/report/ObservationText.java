package com.sessionanalyzer.query.session.report;

import java.util.List;
import java.util.regex.Pattern;

/** An observation as it is shown: nothing, one paragraph, or a list of its lines without their bullets and numbers. */
record ObservationText(List<String> lines, boolean several) {

    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern BULLET = Pattern.compile("^[-*•]\\s*");
    private static final Pattern NUMBER = Pattern.compile("^\\d+[.)](?!\\d)\\s*");

    static ObservationText of(String observation) {
        List<String> written = LINE_END.splitAsStream(observation)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return written.size() < 2 ? new ObservationText(written, false) : new ObservationText(items(written), true);
    }

    private static List<String> items(List<String> lines) {
        return lines.stream()
                .map(line -> BULLET.matcher(line).replaceFirst(""))
                .map(line -> NUMBER.matcher(line).replaceFirst("").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    public boolean isMissing() {
        return lines.isEmpty();
    }

    public boolean isParagraph() {
        return !several && !lines.isEmpty();
    }

    public boolean isList() {
        return several && !lines.isEmpty();
    }
}
