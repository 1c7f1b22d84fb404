package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.intake.session.SessionField;
import com.sessionanalyzer.query.session.rejection.FieldText.Place;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.Violation;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Writes rejected records as a file, one after the other. */
final class RejectionFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final List<String> COLUMNS = List.of(
            "id", "received_at", "channel", "delivery", "line", "format", "state", "reasons", "messages", "text");
    private static final List<String> FIELDS = Stream.concat(
                    Arrays.stream(SessionField.values()).map(SessionField::wireName), Stream.of("has_highlight"))
            .toList();

    private final DownloadFormat format;
    private final PrintWriter out;

    RejectionFile(DownloadFormat format, PrintWriter out) {
        this.format = format;
        this.out = out;
    }

    void begin() {
        if (format == DownloadFormat.CSV) {
            row(COLUMNS);
        } else if (format == DownloadFormat.ROWS) {
            row(FIELDS);
        }
    }

    void add(SessionRejection rejection) {
        if (!format.has(rejection.format())) {
            return;
        }
        switch (format) {
            case TEXT -> out.append(apart(rejection)).append("\n\n");
            case JSON ->
                out.append(rejection.text().replaceAll("[\\r\\n]+", " ").strip())
                        .append('\n');
            case ROWS -> row(cells(new CsvFieldText(rejection.text())));
            case NDJSON ->
                out.append(JSON.writeValueAsString(RejectionView.of(rejection))).append('\n');
            case CSV ->
                row(described(rejection).stream().map(RejectionFile::harmless).toList());
        }
    }

    /** The text, with an empty label before it when it has none that would end the record before. */
    private static String apart(SessionRejection rejection) {
        String text = rejection.text().strip();
        boolean isApart = FieldText.of(rejection.format(), text).find(SessionField.CUSTOMER.wireName()) != null;
        return isApart ? text : SessionField.CUSTOMER.text() + ":\n" + text;
    }

    /** The values of a row as they were sent, in the order of the file's columns; those beyond its own come last. */
    private static List<String> cells(CsvFieldText text) {
        List<String> cells = new ArrayList<>();
        for (String field : FIELDS) {
            Place place = text.find(field);
            cells.add(place == null ? "" : place.value());
        }
        List<String> values = text.values();
        int named = text.names().size();
        cells.addAll(values.size() > named ? values.subList(named, values.size()) : List.of());
        return cells;
    }

    private static List<String> described(SessionRejection rejection) {
        return List.of(
                rejection.id().toString(),
                rejection.receivedAt().toString(),
                rejection.origin().channel().code(),
                rejection.origin().delivery() == null
                        ? ""
                        : rejection.origin().delivery().toString(),
                Integer.toString(rejection.origin().line()),
                rejection.format().code(),
                rejection.settlement() == null
                        ? RejectionState.OPEN.code()
                        : rejection.settlement().kind().code(),
                RejectionReason.all(rejection.violations()).stream()
                        .map(RejectionReason::code)
                        .collect(Collectors.joining(" ")),
                rejection.violations().stream()
                        .map(Violation::message)
                        .distinct()
                        .collect(Collectors.joining(". ")),
                rejection.text());
    }

    /** A value that a spreadsheet shows and does not calculate. */
    private static String harmless(String value) {
        return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    private void row(List<String> values) {
        out.append(values.stream().map(RejectionFile::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String quoted(String value) {
        return value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + value.replace("\"", "\"\"") + '"'
                : value;
    }
}
