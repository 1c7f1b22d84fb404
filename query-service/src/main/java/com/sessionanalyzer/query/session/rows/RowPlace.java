package com.sessionanalyzer.query.session.rows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A place between two rows of an order, from which to read on; what is inserted or deleted elsewhere does not move it.
 *
 * @param backward whether the rows before it are asked for
 * @param values   where the row next to it stands, one for each term of the order; empty at the very beginning or end
 */
public record RowPlace(RowOrder order, boolean backward, List<@Nullable String> values) {

    /** The word for the place before the first row. */
    public static final String FIRST = "first";

    /** The word for the place after the last row. */
    public static final String LAST = "last";

    private static final String VERSION = "2";
    private static final int MAX_LENGTH = 4_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static RowPlace beginning(RowOrder order) {
        return new RowPlace(order, false, List.of());
    }

    static RowPlace after(RowOrder order, SessionRow row) {
        return new RowPlace(order, false, values(order, row));
    }

    static RowPlace before(RowOrder order, SessionRow row) {
        return new RowPlace(order, true, values(order, row));
    }

    private static List<@Nullable String> values(RowOrder order, SessionRow row) {
        List<@Nullable String> values = new ArrayList<>();
        order.terms().forEach(term -> values.add(term.value(row)));
        return values;
    }

    boolean isEdge() {
        return values.isEmpty();
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException when it is no place in this order, with the rule as its message
     */
    public static RowPlace parse(String text, RowOrder order) {
        if (text.equals(FIRST) || text.equals(LAST)) {
            return new RowPlace(order, text.equals(LAST), List.of());
        }
        List<@Nullable String> parts = parts(text);
        if (parts.size() < 3 || !VERSION.equals(parts.get(0))) {
            throw malformed();
        }
        if (!order.text().equals(parts.get(1))) {
            throw new IllegalArgumentException("must come from a list with the same sort; this one is of another");
        }
        List<@Nullable String> values = parts.subList(3, parts.size());
        requireValues(order.terms(), values);
        return new RowPlace(order, "b".equals(parts.get(2)), values);
    }

    private static List<@Nullable String> parts(String text) {
        if (text.length() > MAX_LENGTH) {
            throw malformed();
        }
        try {
            byte[] json = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
            return Arrays.asList(JSON.readValue(json, String[].class));
        } catch (IllegalArgumentException | JacksonException other) {
            throw malformed();
        }
    }

    private static void requireValues(List<RowTerm> terms, List<@Nullable String> values) {
        if (values.size() != terms.size()) {
            throw malformed();
        }
        for (int i = 0; i < values.size(); i++) {
            if (!terms.get(i).isValue(values.get(i))) {
                throw malformed();
            }
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                "must be first, last, or what a link of an earlier answer has in this place");
    }

    /** Opaque, for an address. */
    public String text() {
        if (isEdge()) {
            return backward ? LAST : FIRST;
        }
        List<@Nullable String> parts = new ArrayList<>(List.of(VERSION, order.text(), backward ? "b" : "f"));
        parts.addAll(values);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(parts));
    }
}
