package com.sessionanalyzer.query.session.rejection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import com.sessionanalyzer.query.session.rejection.FixRule.Kind;
import com.sessionanalyzer.schema.session.RecordFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixRuleTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 sessions | 3",
                "sessions: 3 | 3",
                "~ 1,200 sessions | 1200",
                "3.0 | 3",
                "3 | 3",
                "-3 | -3",
                "3.7 | 3.7",
                "1.000 | 1.000",
                "3 of 5 | 3 of 5",
                "3-5 | 3-5",
                "three | three"
            })
    void stripsAllButAWholeNumber(String value, String stripped) {
        FixRule rule = new FixRule(Kind.STRIP, "sessions", "", "", false);

        assertThat(rule.apply(RecordFormat.TEXT, "Customer: a\nSessions: " + value + "\nRegion: EU"))
                .isEqualTo("Customer: a\nSessions: " + stripped + "\nRegion: EU");
    }

    @Test
    void leavesNothingThatWasTypedOrSentInTheAuditLog() {
        FixRule ours = new FixRule(Kind.MAP, "region", "Ann's", "EU", false);
        FixRule theirs = new FixRule(Kind.CLEAR, "ann@example.com", "", "", false);

        assertThat(ours.facts()).containsOnly(entry("rule", "map"), entry("field", "region"));
        assertThat(theirs.facts()).containsOnly(entry("rule", "clear"), entry("field", "another"));
    }

    @Test
    void replacesAValueInEveryFormat() {
        FixRule rule = new FixRule(Kind.MAP, "region", "europe", "EU", true);

        assertThat(rule.apply(RecordFormat.TEXT, "Customer: a\r\nREGION:  Europe \r\nSource: b"))
                .isEqualTo("Customer: a\r\nREGION:  EU \r\nSource: b");
        assertThat(rule.apply(RecordFormat.JSON, "{ \"region\" : \"EUROPE\", \"sessions\": 1e0 }"))
                .isEqualTo("{ \"region\" : \"EU\", \"sessions\": 1e0 }");
        assertThat(rule.apply(RecordFormat.CSV, "Customer;Region\r\na;\"Europe\""))
                .isEqualTo("Customer;Region\r\na;EU");
    }

    @Test
    void fillsInWhatIsMissing() {
        FixRule rule = new FixRule(Kind.DEFAULT, "sessions", "", "1", false);

        assertThat(rule.apply(RecordFormat.TEXT, "Customer: a\nObservation: b\nc"))
                .isEqualTo("Customer: a\nSessions: 1\nObservation: b\nc");
        assertThat(rule.apply(RecordFormat.TEXT, "Customer: a\nSessions:\nRegion: EU"))
                .isEqualTo("Customer: a\nSessions: 1\nRegion: EU");
        assertThat(rule.apply(RecordFormat.JSON, "{\"customer\":\"a\"}"))
                .isEqualTo("{\"sessions\":1,\"customer\":\"a\"}");
        assertThat(rule.apply(RecordFormat.CSV, "customer\na")).isEqualTo("customer,sessions\na,1");
    }

    @Test
    void givesAFieldAnotherName() {
        FixRule rule = new FixRule(Kind.RENAME, "Client", "", "customer", false);

        assertThat(rule.apply(RecordFormat.TEXT, "client: a\nRegion: EU")).isEqualTo("Customer: a\nRegion: EU");
        assertThat(rule.apply(RecordFormat.JSON, "{\"Client\" : \"a\"}")).isEqualTo("{\"customer\" : \"a\"}");
        assertThat(rule.apply(RecordFormat.CSV, "client,region\na,EU")).isEqualTo("customer,region\na,EU");
    }

    @Test
    void keepsTheTimeInACustomersBrackets() {
        FixRule rule = new FixRule(Kind.MAP, "customer", "acme", "acme.com", true);

        assertThat(rule.apply(RecordFormat.TEXT, "Customer: ACME [15 mins]\nRegion: EU"))
                .isEqualTo("Customer: acme.com [15 mins]\nRegion: EU");
    }

    @Test
    void doesNotTouchAnObjectWithTheFieldTwice() {
        String text = "{\"region\":\"a\",\"region\":\"b\"}";

        assertThat(new FixRule(Kind.MAP, "region", "a", "EU", true).apply(RecordFormat.JSON, text))
                .isEqualTo(text);
    }

    @Test
    void refusesARuleThatSaysNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FixRule(Kind.MAP, "region", " ", "EU", false))
                .withMessage("from must be the value that is to be replaced");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FixRule(Kind.DEFAULT, "colour", "", "red", false))
                .withMessageStartingWith("field must be one of customer, region");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FixRule(Kind.STRIP, "region", "", "", false))
                .withMessageStartingWith("from must be what is to be stripped");
    }
}
