package com.sessionanalyzer.query.session.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowParametersTests {

    @Test
    void asksForTheNewestTwentyWhenNothingIsSaid() {
        assertThat(RowParameters.query(null, null, null, null, null))
                .isEqualTo(new SessionQuery(1, 20, "", SessionSort.UPLOADED_AT, true));
    }

    @Test
    void linksOnlyToPagesThatAre() {
        SessionQuery query = RowParameters.query("1", "10", "a&b", null, "asc");
        SessionPage onlyPage = new SessionPage(List.of(), 3, 1, 10, Instant.EPOCH);

        assertThat(PageLinks.of(onlyPage, query))
                .isEqualTo("</api/sessions?page=1&page_size=10&sort=uploaded_at&order=asc&q=a%26b>; rel=\"first\","
                        + " </api/sessions?page=1&page_size=10&sort=uploaded_at&order=asc&q=a%26b>; rel=\"last\"");
    }
}
