package com.sessionanalyzer.query.session.rows;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTextTests {

    @Test
    void escapesWildcards() {
        assertThat(SearchText.patterns(" 100% a_b  c\\d ")).containsExactly("%100\\%%", "%a\\_b%", "%c\\\\d%");
    }

    @Test
    void foldsWordsAsItFoldsRecords() {
        String searched = SearchText.of(aSession()
                .customer("GRÜßE.de")
                .region("EU")
                .observation("TITLE")
                .build());

        assertThat(SearchText.patterns("grüsse TITLE title Eu"))
                .containsExactly("%grüsse%", "%title%", "%eu%")
                .allSatisfy(pattern -> assertThat(searched).contains(pattern.replace("%", "")));
    }
}
