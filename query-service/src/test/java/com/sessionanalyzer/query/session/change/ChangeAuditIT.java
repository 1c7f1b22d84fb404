package com.sessionanalyzer.query.session.change;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.audit.AuditChain;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ChangeAuditIT extends ChangesTest {

    @Test
    void writesDownEveryChangeInAChain() throws SQLException {
        SessionRecord session = add(aSession().organization(ORGANIZATION).customer("noted.example"));
        service.put(path(session), fields("noted.example", "AU"), "If-Match", "\"0\"");
        service.delete(path(session));

        HttpResponse<String> answer = service.get("/api/audit?subject=" + session.id());

        JsonNode entries = JSON.readTree(answer.body());
        assertThat(entries.valueStream())
                .extracting(entry -> entry.get("action").asString() + " "
                        + entry.get("actor").asString())
                .containsExactly("record.deleted anonymous", "record.corrected anonymous");
        assertThat(entries.at("/1/facts").toString())
                .contains("\"revision\":\"1\"", "\"fields\":\"region,time_consumed\"");
        assertThat(answer.headers().firstValue("X-Total-Count")).hasValue("2");
        assertThat(answer.headers().firstValue("Audit-Head")).hasValue(recomputedChain());
    }

    @Test
    void showsTheAuditLogToPeople() {
        SessionRecord session = add(aSession().organization(ORGANIZATION));
        service.delete(path(session));

        HttpResponse<String> page = service.get("/audit?subject=" + session.id());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Record deleted", session.id().toString(), "The head of the chain");
    }

    private static String recomputedChain() throws SQLException {
        AuditChain chain = AuditChain.EMPTY;
        for (String entry : rows("select encode(entry, 'hex') from audit_entry where organization = '" + ORGANIZATION
                + "' order by sequence")) {
            chain = chain.and(HexFormat.of().parseHex(entry));
        }
        return chain.sequence() + ":" + chain.head();
    }
}
