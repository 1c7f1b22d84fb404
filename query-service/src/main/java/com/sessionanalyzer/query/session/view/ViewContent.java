package com.sessionanalyzer.query.session.view;

import com.sessionanalyzer.query.request.ApiParameters;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.query.session.rows.RowAddress;
import com.sessionanalyzer.query.session.rows.RowParameters;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody wants to save: a name, and what it stands for, written as the pages write it. */
public record ViewContent(String name, String query) {

    /**
     * Checks what was sent.
     *
     * @param query what an address of the reports says after the question mark; its page does not matter
     * @throws com.sessionanalyzer.page.ProblemException when the name or the query breaks a rule
     */
    public static ViewContent of(@Nullable String name, @Nullable String query, LocalDate today) {
        String stripped = ApiParameters.text("name", name, SavedView.MAX_NAME_LENGTH);
        if (stripped.isEmpty()) {
            throw ApiParameters.wrong("name", "must have 1 to " + SavedView.MAX_NAME_LENGTH + " characters");
        }
        return new ViewContent(
                stripped, canonical(ApiParameters.text("query", query, SavedView.MAX_QUERY_LENGTH), today));
    }

    private static String canonical(String query, LocalDate today) {
        Faults faults = new Faults();
        RowParameters parameters = RowParameters.ofPage(new Parameters(values(query)), faults);
        RowAddress address = new RowAddress(parameters.query(today).page(1), parameters.columns(List.of()));
        faults.refuse();
        return address.text();
    }

    private static Map<String, List<String>> values(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                values.computeIfAbsent(decoded(part.substring(0, equals)), name -> new ArrayList<>())
                        .add(decoded(part.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw ApiParameters.wrong(
                    "query", "must be written like the rest of an address, which '" + text + "' is not");
        }
    }
}
