package com.sessionanalyzer.query.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.Position;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestParametersTests {

    @Test
    void asksForTheNewestTwentyWhenNothingIsSaid() {
        assertThat(RequestParameters.query(null, null, null, null, null))
                .isEqualTo(new SessionQuery(1, 20, "", SessionSort.UPLOADED_AT, true));
    }

    @Test
    void requiresWhatParameterAndHeaderRequire() {
        assertThat(RequestParameters.after("0@5", "0@3,1@7")).isEqualTo(Position.parse("0@5,1@7"));
    }

    @Test
    void linksOnlyToPagesThatAre() {
        SessionQuery query = RequestParameters.query("1", "10", "a&b", null, "asc");
        SessionPage onlyPage = new SessionPage(List.of(), 3, 1, 10, Instant.EPOCH);

        assertThat(PageLinks.of(onlyPage, query))
                .isEqualTo("</api/sessions?page=1&page_size=10&sort=uploaded_at&order=asc&q=a%26b>; rel=\"first\","
                        + " </api/sessions?page=1&page_size=10&sort=uploaded_at&order=asc&q=a%26b>; rel=\"last\"");
    }
}
