package com.sessionanalyzer.query.session.report;

import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.query.session.filter.FilterField;
import com.sessionanalyzer.query.session.rows.RowAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The addresses of the reports page and its records, which carry the page, order, search and filter along.
 *
 * @param text what asks for the rows, after the question mark
 */
public record ReportAddress(String text) {

    private static final List<String> CARRIED = Stream.concat(
                    Stream.of("page", "page_size", "sort", "order", "q", "period", "from", "to"),
                    Stream.concat(
                            Arrays.stream(FilterField.values()).map(FilterField::parameter),
                            Stream.of("columns", "cursor")))
            .toList();

    /** Carries along what the address says, right or wrong. */
    public static ReportAddress of(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request);
        List<String> parts = new ArrayList<>();
        for (String name : CARRIED) {
            parameters
                    .all(name)
                    .forEach(value -> parts.add(name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8)));
        }
        return new ReportAddress(String.join("&", parts));
    }

    static ReportAddress of(RowAddress rows) {
        return new ReportAddress(rows.text());
    }

    /** The address of the page itself. */
    public String rows() {
        return address("/reports");
    }

    /** The address of a page about one record. */
    public String record(String path) {
        return address("/reports/" + path);
    }

    /** The address of the page that erases a customer. */
    public String erasure(String customer) {
        return UriComponentsBuilder.fromPath("/reports/erase")
                .queryParam("customer", "{customer}")
                .encode()
                .buildAndExpand(customer)
                .toUriString();
    }

    private String address(String path) {
        return text.isEmpty() ? path : path + "?" + text;
    }
}
