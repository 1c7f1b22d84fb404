package com.sessionanalyzer.query.session.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.period.Period;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.web.util.UriUtils;

class SessionFilterProperties {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    @Property
    void anAddressMeansTheFilterThatItWasMadeOf(@ForAll("filters") SessionFilter filter) {
        Faults faults = new Faults();

        SessionFilter read = SessionFilter.read(parameters(filter.query()), faults, TODAY, Period.ALL);

        assertThat(read).isEqualTo(filter);
        assertThat(faults.all()).isEmpty();
    }

    @Property
    void whatIsAddedCanBeTakenAwayAgain(
            @ForAll("filters") SessionFilter filter,
            @ForAll("fields") FilterField field,
            @ForAll("texts") String text) {
        SessionFilter without = filter.without(field, text);

        assertThat(without.with(field, text).without(field, text)).isEqualTo(without);
        assertThat(without.with(field, text).has(field, text)).isTrue();
    }

    @Property
    void takingAllChipsAwayLeavesEverything(@ForAll("filters") SessionFilter filter) {
        SessionFilter left = filter;
        while (!left.chips().isEmpty()) {
            left = left.chips().get(0).without();
        }

        assertThat(left.isEverything()).isTrue();
    }

    @Provide
    Arbitrary<SessionFilter> filters() {
        Arbitrary<List<String>> texts = texts().list().ofMaxSize(3);
        Arbitrary<String> highlights = Arbitraries.of(HighlightChoices.codes());
        return Combinators.combine(
                        Arbitraries.of(Period.named()),
                        texts,
                        texts,
                        highlights.list().ofMaxSize(2),
                        Arbitraries.of("", "true", "false"),
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.integers().between(60, 120))
                .as(SessionFilterProperties::filter);
    }

    @Provide
    Arbitrary<FilterField> fields() {
        return Arbitraries.of(FilterField.REGION, FilterField.SOURCE, FilterField.DESTINATION, FilterField.CUSTOMER);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("abcÄß+&=%/#? ü\u6f22")
                .ofMinLength(1)
                .ofMaxLength(8)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static SessionFilter filter(
            Period period,
            List<String> regions,
            List<String> destinations,
            List<String> highlights,
            String hasTime,
            int min,
            int max) {
        FilterDraft draft = new FilterDraft(period);
        draft.set(FilterField.REGION, regions);
        draft.set(FilterField.DESTINATION, destinations);
        draft.set(FilterField.HIGHLIGHT, highlights);
        draft.set(FilterField.HAS_TIME, hasTime.isEmpty() ? List.of() : List.of(hasTime));
        draft.set(FilterField.MINUTES_MIN, List.of(Integer.toString(min)));
        draft.set(FilterField.MINUTES_MAX, List.of(Integer.toString(max)));
        return draft.filter();
    }

    private static Parameters parameters(String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            values.computeIfAbsent(part.substring(0, equals), name -> new ArrayList<>())
                    .add(UriUtils.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return new Parameters(values);
    }
}
