package com.sessionanalyzer.query.session.rejection;

import static com.sessionanalyzer.query.session.rejection.SentRejections.aRejection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.schema.session.RecordFormat;
import com.sessionanalyzer.schema.session.SessionRejection;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RejectionListIT extends DeskTest {

    @Test
    void findsRejectionsByWhatIsAskedFor() {
        UUID delivery = new UUID(0x0190_0000_0000_7000L, 4713);
        SentRejections sent = aRejection().delivery(delivery).receivedAt("2026-05-01T23:30:00Z");
        topics.reject(
                sent.format(RecordFormat.JSON)
                        .of(
                                "{\"customer\":\"J.example\",\"region\":\"EU\",\"sessions\":0,\"source\":\"a\",\"destination\":\"b\"}"));
        topics.reject(
                sent.format(RecordFormat.CSV).of("customer;region;sessions;source;destination\nC.example;EU;0;a;b"));
        written(sent.format(RecordFormat.TEXT)
                .receivedAt("2026-05-02T00:00:00Z")
                .of("Region: EU"));
        String mine = "/api/rejections?delivery=" + delivery;

        await().untilAsserted(() -> assertThat(read(mine)).hasSize(3));

        assertThat(read(mine + "&reason=sessions:out-of-range")).hasSize(2);
        assertThat(read(mine + "&field=sessions")).hasSize(3);
        assertThat(read(mine + "&rule=required&channel=bulk")).hasSize(1);
        assertThat(read(mine + "&channel=bulk")).hasSize(3);
        assertThat(read(mine + "&channel=api")).isEmpty();
        assertThat(read(mine + "&to=2026-05-01")).hasSize(2);
        assertThat(read(mine + "&from=2026-05-02T00:00:00Z")).hasSize(1);
        assertThat(read(mine + "&page_size=2&page=2")).hasSize(1);
        assertThat(service.get(mine + "&page_size=2").headers().firstValue("X-Total-Count"))
                .hasValue("3");
        assertThat(service.get("/api/rejections?state=lost").body()).contains("\"parameter\":\"state\"");
        Rejections rejections = service.bean(Rejections.class);
        assertThat(rejections.naming(sent.of("Customer:").organization(), "j.example", null, 10))
                .hasSize(1);
    }

    @Test
    void refusesParametersThatNoRejectionCanHave() {
        assertThat(List.of(
                        "reason=a%00b",
                        "from=%2B999999998-12-31",
                        "to=%2B300000-01-01",
                        "from=-5000-01-01T00:00:00Z",
                        "to=2026-02-30",
                        "delivery=x",
                        "page=0",
                        "page=9999999999",
                        "page_size=101"))
                .allSatisfy(wrong -> assertThat(
                                service.get("/api/rejections?" + wrong).statusCode())
                        .isEqualTo(400));
        assertThat(service.get("/api/rejections?page=999999999&page_size=100").statusCode())
                .isEqualTo(200);
        assertThat(service.get("/api/audit?subject=%00x").statusCode()).isEqualTo(400);
        assertThat(service.get("/rejects?reason=a%00b", "Accept", "text/html").statusCode())
                .isEqualTo(400);
        assertThat(service.get("/rejects/none", "Accept", "text/html").statusCode())
                .isEqualTo(400);
    }

    @Test
    void containsWhatWasAnsweredBeforeForAReaderWithAPosition() {
        for (int time = 1; time <= 5; time++) {
            SessionRejection rejection = aRejection().of("Customer: at-once.example");
            topics.reject(rejection);

            assertThat(service.get("/api/rejections/" + rejection.id() + "?after=0@0")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(service.get("/api/rejections?after=x").statusCode()).isEqualTo(400);
    }

    @Test
    void mentionsWhatIsOpenOnTheDashboard() {
        written(aRejection().of("Customer: mentioned.example"));

        assertThat(service.get("/", "Accept", "text/html").body())
                .containsPattern("<a href=\"/rejects\">[0-9]+ rejected records?</a> not stored yet");
    }

    @Test
    void findsWhomARejectionNames() {
        SessionRejection rejection = written(aRejection()
                .format(RecordFormat.JSON)
                .of("{\"customer\":\"https://www.Named.example/\",\"colour\":1}"));

        assertThat(service.bean(Rejections.class).naming(rejection.organization(), "named.example", null, 10))
                .extracting(SessionRejection::id)
                .containsExactly(rejection.id());
    }

    @Test
    void downloadsWhatCanBeLoadedAgain() {
        UUID delivery = new UUID(0x0190_0000_0000_7000L, 4714);
        SentRejections sent = aRejection().delivery(delivery);
        topics.reject(sent.of("Customer: =1+1\nRegion: EU"));
        topics.reject(sent.of("Region: EU"));
        topics.reject(sent.format(RecordFormat.CSV).of("Sessions;Customer\n3;\"a;b\""));
        written(sent.format(RecordFormat.JSON).of("{\n\"customer\":\"j\"}"));
        String path = "/api/rejections/download?delivery=" + delivery + "&format=";

        await().untilAsserted(() ->
                assertThat(read("/api/rejections?delivery=" + delivery)).hasSize(4));

        HttpResponse<String> text = service.get(path + "text");
        assertThat(text.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"rejected-records.txt\"");
        assertThat(text.body()).isEqualTo("Customer: =1+1\nRegion: EU\n\nCustomer:\nRegion: EU\n\n");
        assertThat(service.get(path + "json").body()).isEqualTo("{ \"customer\":\"j\"}\n");
        assertThat(service.get(path + "rows").body())
                .isEqualTo("customer,region,sessions,source,destination,time_consumed,uploaded_at,highlight_type,"
                        + "highlight_url,highlight_details,observation,has_highlight\r\na;b,,3,,,,,,,,,\r\n");
        assertThat(service.get(path + "ndjson").body().lines())
                .hasSize(4)
                .allMatch(line -> line.contains("\"reasons\":[\""));
        assertThat(service.get(path + "csv").body()).contains("region:").doesNotContain(",=1");
        assertThat(service.get(path + "pdf").statusCode()).isEqualTo(400);
    }

    @Test
    void keepsOrganizationsApart() {
        SessionRejection foreign = aRejection().organization("others").of("Customer: foreign.example");
        topics.reject(foreign);
        SessionRejection own = written(aRejection().of("Customer: own.example"));

        assertThat(resubmit(own, "Customer: x").statusCode()).isEqualTo(400);
        assertThat(resubmit(foreign, GOOD.formatted("foreign.example")).statusCode())
                .isEqualTo(404);
        assertThat(service.get("/api/rejections/" + foreign.id()).statusCode()).isEqualTo(404);
    }
}
