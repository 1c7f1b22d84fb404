package com.sessionanalyzer.query.session.report;

import com.sessionanalyzer.query.session.filter.FilterField;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.query.session.rows.RowColumn;
import com.sessionanalyzer.query.session.rows.RowOrder;
import com.sessionanalyzer.query.session.rows.SessionQuery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be chosen about the rows, as the forms of the page show it. */
record ReportChoices(ReportRequest request) {

    private static final int ORDERS = 3;
    private static final List<Integer> PAGE_SIZES = List.of(10, 20, 50, 100);

    /** Something that can be chosen. */
    record Choice(String value, String label, boolean chosen) {}

    /** A parameter that a form carries along. */
    record Carried(String name, String value) {}

    public List<Choice> columns() {
        return RowColumn.ALL.stream()
                .map(column -> new Choice(
                        column.code(), column.label(), request.columns().contains(column)))
                .toList();
    }

    public List<Choice> pageSizes() {
        return PAGE_SIZES.stream()
                .map(size -> new Choice(
                        size.toString(),
                        size.toString(),
                        size == request.query().pageSize()))
                .toList();
    }

    /** One list of choices for each column that rows can be ordered by, the most important first. */
    public List<List<Choice>> orders() {
        List<RowOrder.Key> keys = request.query().order().keys();
        List<List<Choice>> orders = new ArrayList<>();
        for (int i = 0; i < Math.max(ORDERS, keys.size()); i++) {
            orders.add(order(i < keys.size() ? keys.get(i) : null));
        }
        return orders;
    }

    private static List<Choice> order(RowOrder.@Nullable Key chosen) {
        List<Choice> choices = new ArrayList<>();
        for (RowColumn column : RowColumn.ALL) {
            if (column.sort() != null) {
                RowOrder.Key up = new RowOrder.Key(column.sort(), false);
                RowOrder.Key down = new RowOrder.Key(column.sort(), true);
                choices.add(new Choice("+" + column.sort().code(), column.label() + ", ascending", up.equals(chosen)));
                choices.add(
                        new Choice("-" + column.sort().code(), column.label() + ", descending", down.equals(chosen)));
            }
        }
        return choices;
    }

    /** The filter in words, for print. */
    public String filterInWords() {
        List<String> words = new ArrayList<>();
        request.query().filter().chips().forEach(chip -> words.add(chip.label() + ": " + chip.valueLabel()));
        return words.isEmpty() ? "Everything" : String.join("; ", words);
    }

    /** The filter, for the forms that ask for something else. */
    public List<Carried> filter() {
        SessionFilter filter = request.query().filter();
        List<Carried> carried = new ArrayList<>();
        if (!filter.isEverything()) {
            filter.period().parameters().forEach((name, value) -> carried.add(new Carried(name, value)));
        }
        for (FilterField field : FilterField.values()) {
            field.values(filter).forEach(value -> carried.add(new Carried(field.parameter(), value)));
        }
        return carried;
    }

    /** The order, for the forms that ask for something else. */
    public List<Carried> order() {
        SessionQuery query = request.query();
        return query.order().equals(RowOrder.NEWEST_FIRST)
                ? List.of()
                : query.order().keys().stream()
                        .map(key -> new Carried(
                                "sort",
                                (key.descending() ? "-" : "+") + key.sort().code()))
                        .toList();
    }

    /** The columns, for the forms that ask for something else. */
    public List<Carried> chosenColumns() {
        return request.columns().equals(ReportRequest.USUAL)
                ? List.of()
                : List.of(new Carried("columns", RowColumn.codes(request.columns())));
    }

    /** In words, for print. */
    public String orderInWords() {
        List<String> words = new ArrayList<>();
        request.query()
                .order()
                .keys()
                .forEach(key -> words.add(RowColumn.ALL.stream()
                                .filter(column -> column.sort() == key.sort())
                                .findFirst()
                                .map(RowColumn::label)
                                .orElse(key.sort().code())
                        + (key.descending() ? ", descending" : ", ascending")));
        return String.join("; then ", words);
    }
}
