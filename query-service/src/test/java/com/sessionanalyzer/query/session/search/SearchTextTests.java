package com.sessionanalyzer.query.session.search;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTextTests {

    private static final String OBSERVED = "^(?:[^\\n]*\\n){5}(?:.*[^[:alnum:]])?";

    @Test
    void escapesWildcards() {
        assertThat(SearchText.parse(" 100% a_b  c\\d ").conditions())
                .extracting(SearchText.Condition::word)
                .containsExactly("%100\\%%", "%a\\_b%", "%c\\\\d%");
    }

    @Test
    void readsPhrasesAndBeginningsOfWords() {
        SearchText search = SearchText.parse("acme \"Did not connect\" time* o'b\\x*");

        assertThat(search.parts()).containsExactly("acme");
        assertThat(search.phrases()).containsExactly("did not connect");
        assertThat(search.prefixes()).containsExactly("time", "o'b\\x");
        assertThat(search.conditions())
                .extracting(SearchText.Condition::word)
                .containsExactly(
                        "%acme%",
                        "%did%",
                        "%not%",
                        "%connect%",
                        "%time%",
                        "%o%",
                        "%b%",
                        "%x%",
                        OBSERVED + "did[^[:alnum:]]+not[^[:alnum:]]+connect(?:[^[:alnum:]]|$)",
                        OBSERVED + "time",
                        OBSERVED + "o[^[:alnum:]]+b[^[:alnum:]]+x");
    }

    @Test
    void takesAsTextWhatHasNoWords() {
        SearchText search = SearchText.parse("\"--\" ** \" 5\"");

        assertThat(search.parts()).containsExactly("--", "**");
        assertThat(search.phrases()).containsExactly(" 5");
        assertThat(SearchText.parse("\"\" \"").parts()).containsExactly("\"");
    }

    @Test
    void foldsWordsAsItFoldsRecords() {
        String searched = SearchText.of(aSession()
                .customer("GRÜßE.de")
                .region("EU")
                .observation("TITLE")
                .build());

        assertThat(SearchText.parse("grüsse TITLE title Eu").parts())
                .containsExactly("grüsse", "title", "eu")
                .allSatisfy(part -> assertThat(searched).contains(part));
    }

    @Test
    void takesMarksForPartsOfWords() {
        assertThat(SearchText.parse("\"हिन्दी, में\"").conditions())
                .extracting(SearchText.Condition::word)
                .containsExactly("%हिन्दी%", "%में%", OBSERVED + "हिन्दी[^[:alnum:]]+में(?:[^[:alnum:]]|$)");
    }
}
