package com.sessionanalyzer.query.session.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sessionanalyzer.page.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionTests {

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", " \"3\" ", "*", "\"1\",\"3\"", "\"1\" , W/\"3\", \"3\""})
    void allowsTheRevisionThatIsNamed(String ifMatch) {
        assertThatCode(() -> Revision.required(ifMatch).require(3)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "W/\"3\"", "\"\"", "\"03\"", "\"x\"", "\"1\", \"2\""})
    void refusesEveryOther(String ifMatch) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Revision.required(ifMatch).require(3))
                .matches(problem -> problem.problem().status().value() == 412);
    }

    @Test
    void saysThatAWeakTagNeverMatches() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Revision.required("W/\"3\"").require(3))
                .withMessageContaining("send \"3\" instead of W/\"3\"");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Revision.required("W/\"2\"").require(3))
                .withMessageContaining("The record is at revision 3 now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "\"3", "3\"", "\"3\" \"4\"", "\"3\",", "w/\"3\""})
    void refusesWhatIsNoTag(String ifMatch) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Revision.optional(ifMatch))
                .matches(problem -> problem.problem().status().value() == 400);
    }

    @Test
    void asksForOneWhereItMustBe() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Revision.required(null))
                .matches(problem -> problem.problem().status().value() == 428);
        assertThatCode(() -> Revision.optional(null).require(9)).doesNotThrowAnyException();
    }

    @Test
    void readsTheRevisionOfAForm() {
        assertThat(Revision.ofForm("12")).hasValue(12);
        assertThat(Revision.ofForm(null)).isEmpty();
        assertThat(Revision.ofForm("-1")).isEmpty();
        assertThat(Revision.ofForm("9999999999")).isEmpty();
    }
}
