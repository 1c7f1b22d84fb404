package com.sessionanalyzer.query.session.rows;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.request.Fault;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowParametersTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final Faults faults = new Faults();

    @Test
    void asksForTheNewestTwentyWhenNothingIsSaid() {
        assertThat(query("")).isEqualTo(SessionQuery.newest(TODAY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sort=region | -region",
                "sort=region&order=asc | region",
                "sort=minutes&order=desc | -time_consumed",
                "sort=+region | region",
                "sort=-region | -region",
                "sort=region,-minutes | region,-time_consumed",
                "order=asc | uploaded_at"
            })
    void readsOneColumnAsItAlwaysDidAndSeveralByTheirSigns(String said, String order) {
        assertThat(query(said).order().text()).isEqualTo(order);
        assertThat(faults.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sort=colour | sort",
                "sort=region,region | sort",
                "sort=region,sessions,source,destination,customer | sort",
                "sort=region,-minutes&order=asc | order",
                "order=up | order",
                "page=0 | page",
                "page_size=101 | page_size",
                "page=10002&page_size=100 | page",
                "cursor=abc | cursor",
                "cursor=WyIxIiwiLXVwbG9hZGVkX2F0IiwiZiIsIngiLCJ5Il0 | cursor",
                "columns=id,colour | columns"
            })
    void namesWhatIsWrong(String said, String parameter) {
        reader(said).query(TODAY);
        reader(said).columns(List.of());

        assertThat(faults.all()).extracting(Fault::parameter).contains(parameter);
    }

    @Test
    void linksOnlyToPagesThatAre() {
        SessionQuery query = query("page=1&page_size=10&q=a%b&order=asc");
        SessionPage onlyPage = new SessionPage(List.of(), 3, 1, 10, Instant.EPOCH, null, null);

        assertThat(new PageLinks(onlyPage, query, List.of()).text())
                .isEqualTo("</api/sessions?page=1&page_size=10&sort=uploaded_at&order=asc&q=a%25b>; rel=\"first\","
                        + " </api/sessions?page=1&page_size=10&sort=uploaded_at&order=asc&q=a%25b>; rel=\"last\"");
    }

    @Test
    void readsAPlaceThatItWroteAndNoneOfAnotherOrder() {
        RowOrder order = RowOrder.parse("region,-minutes");
        RowPlace place = new RowPlace(
                order,
                true,
                Arrays.asList(
                        "EU",
                        null,
                        "2026-03-14T12:00:00.000001Z",
                        "2026-03-14T12:00:00.000001Z",
                        "01890a5d-ac96-774b-bcce-b302099a8057"));

        assertThat(RowPlace.parse(place.text(), order)).isEqualTo(place);
        assertThat(query("sort=region&cursor=" + place.text()).place()).isNull();
        assertThat(faults.all())
                .extracting(Fault::rule)
                .singleElement()
                .asString()
                .contains("another");
    }

    private SessionQuery query(String said) {
        return reader(said).query(TODAY);
    }

    private RowParameters reader(String said) {
        Map<String, List<String>> values = Arrays.stream(said.split("&"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("=", 2))
                .collect(Collectors.groupingBy(
                        part -> part[0], Collectors.mapping(part -> part[1], Collectors.toList())));
        return RowParameters.ofApi(new Parameters(values), faults);
    }
}
