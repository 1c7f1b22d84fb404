package com.sessionanalyzer.query.session.filter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.util.UriUtils;

/** The part of an address that says a filter: the same filter always says the same. */
final class FilterAddress {

    private FilterAddress() {}

    static String of(SessionFilter filter, boolean withPeriod) {
        List<String> parts = new ArrayList<>();
        if (withPeriod) {
            filter.period().parameters().forEach((name, value) -> parts.add(part(name, value)));
        }
        for (FilterField field : FilterField.values()) {
            field.values(filter).forEach(value -> parts.add(part(field.parameter(), value)));
        }
        return String.join("&", parts);
    }

    private static String part(String name, String value) {
        return name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8);
    }
}
