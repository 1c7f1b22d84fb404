package com.sessionanalyzer.query.session.rejection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.intake.session.SessionField;
import com.sessionanalyzer.query.session.rejection.FieldText.Place;
import com.sessionanalyzer.query.session.rejection.FixRule.Kind;
import com.sessionanalyzer.schema.session.CustomerName;
import com.sessionanalyzer.schema.session.RecordFormat;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.json.JsonMapper;

class FixRuleProperties {

    private static final JsonMapper JSON = new JsonMapper();

    @Property(tries = 2_000)
    void changesNoOtherField(
            @ForAll("records") Map<SessionField, String> record,
            @ForAll RecordFormat format,
            @ForAll("rules") FixRule rule) {
        String before = written(record, format);

        String after = rule.apply(format, before);

        Map<SessionField, String> left = read(format, after);
        Map<SessionField, String> there = read(format, before);
        SessionField changed = SessionField.byName().get(rule.field());
        left.remove(changed);
        there.remove(changed);
        if (rule.kind() == Kind.RENAME) {
            left.remove(SessionField.byName().get(rule.to()));
            there.remove(SessionField.byName().get(rule.to()));
        }
        assertThat(left).isEqualTo(there);
    }

    @Property(tries = 2_000)
    void doesTwiceWhatItDoesOnce(
            @ForAll("records") Map<SessionField, String> record,
            @ForAll RecordFormat format,
            @ForAll("rules") FixRule rule) {
        String once = rule.apply(format, written(record, format));

        assertThat(rule.apply(format, once)).isEqualTo(once);
    }

    @Property(tries = 1_000)
    void leavesWhatItCannotReadAsItIs(@ForAll String text, @ForAll RecordFormat format, @ForAll("rules") FixRule rule) {
        String once = rule.apply(format, text);

        assertThat(rule.apply(format, once)).isEqualTo(once);
    }

    @Property
    void setsExactlyTheValue(
            @ForAll("records") Map<SessionField, String> record,
            @ForAll RecordFormat format,
            @ForAll("values") String value) {
        String wanted = CustomerName.collapse(value);
        FixRule rule = new FixRule(Kind.DEFAULT, "region", "", wanted, false);
        record.remove(SessionField.REGION);

        assertThat(read(format, rule.apply(format, written(record, format))))
                .containsEntry(SessionField.REGION, wanted);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings()
                .withChars("abcEU 123,;\"'\\{}[]:=\t-.ñ√")
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(value -> !CustomerName.collapse(value).isEmpty());
    }

    @Provide
    Arbitrary<Map<SessionField, String>> records() {
        return Arbitraries.maps(Arbitraries.of(SessionField.class), values())
                .ofMaxSize(8)
                .map(LinkedHashMap::new);
    }

    @Provide
    Arbitrary<FixRule> rules() {
        Arbitrary<String> fields = Arbitraries.of(SessionField.class).map(SessionField::wireName);
        Arbitrary<Kind> kinds = Arbitraries.of(Kind.MAP, Kind.STRIP, Kind.DEFAULT, Kind.CLEAR);
        Arbitrary<FixRule> changes = Combinators.combine(kinds, fields, values(), values(), Arbitraries.of(true, false))
                .as(FixRule::new);
        Arbitrary<FixRule> renames = Combinators.combine(fields, fields)
                .filter((from, to) -> !from.equals(to))
                .as((from, to) -> new FixRule(Kind.RENAME, from, "", to, false));
        return Arbitraries.oneOf(changes, renames);
    }

    private static String written(Map<SessionField, String> record, RecordFormat format) {
        return switch (format) {
            case TEXT ->
                new EnumMap<>(withCustomer(record))
                        .entrySet().stream()
                                .map(entry -> entry.getKey().text() + ": " + entry.getValue())
                                .collect(Collectors.joining("\n"));
            case JSON ->
                JSON.writeValueAsString(record.entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey().wireName(), Map.Entry::getValue)));
            case CSV ->
                withCustomer(record).keySet().stream().map(SessionField::text).collect(Collectors.joining(","))
                        + "\n"
                        + withCustomer(record).values().stream()
                                .map(value -> '"' + value.replace("\"", "\"\"") + '"')
                                .collect(Collectors.joining(","));
        };
    }

    private static Map<SessionField, String> withCustomer(Map<SessionField, String> record) {
        Map<SessionField, String> all = new LinkedHashMap<>();
        all.put(SessionField.CUSTOMER, "acme.com");
        all.putAll(record);
        return all;
    }

    private static Map<SessionField, String> read(RecordFormat format, String text) {
        FieldText fields = FieldText.of(format, text);
        Map<SessionField, String> values = new EnumMap<>(SessionField.class);
        for (SessionField field : SessionField.values()) {
            Place place = fields.find(field.wireName());
            if (place != null) {
                values.put(field, place.value());
            }
        }
        return values;
    }
}
