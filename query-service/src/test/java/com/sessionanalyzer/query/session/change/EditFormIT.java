package com.sessionanalyzer.query.session.change;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EditFormIT extends ChangesTest {

    @Test
    void savesAnEditedRecordAndKeepsWhatIsTypedWhenItCannot() {
        SessionRecord session = add(aSession().organization(ORGANIZATION).customer("edited.example"));
        String address = "/reports/" + session.id() + "/edit?q=edited";
        EditedForm form = EditedForm.open(service, address);

        HttpResponse<String> wrong = form.with("sessions", "many").send(service);
        HttpResponse<String> saved = form.with("sessions", "8").send(service);
        HttpResponse<String> late = form.with("region", "Mine").send(service);

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("value=\"many\"", "id=\"sessions-error\"", "value=\"edited.example\"");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(saved.headers().firstValue("Location")).hasValue("/reports?q=edited");
        assertThat(late.statusCode()).isEqualTo(412);
        assertThat(late.body())
                .contains("Changed meanwhile", "changed <span>Sessions, Time consumed</span>", "value=\"Mine\"")
                .contains("name=\"revision\" value=\"1\"");
        assertThat(form.with("revision", "1")
                        .with("region", "Mine")
                        .send(service)
                        .statusCode())
                .isEqualTo(303);
        assertThat(service.get("/reports/" + session.id() + "/edit").body()).contains("value=\"Mine\"");
    }

    /** A form as a browser without scripts has it. */
    private record EditedForm(String address, Map<String, String> values, String cookie) {

        private static final Pattern INPUT = Pattern.compile("<input[^>]*name=\"([^\"]+)\"[^>]*>");

        static EditedForm open(RunningQueryService service, String address) {
            HttpResponse<String> page = service.get(address);
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            Map<String, String> values = new LinkedHashMap<>();
            Matcher inputs = INPUT.matcher(page.body());
            while (inputs.find()) {
                Matcher value = Pattern.compile("value=\"([^\"]*)\"").matcher(inputs.group());
                if (!inputs.group().contains("type=\"checkbox\"")) {
                    values.put(inputs.group(1), value.find() ? value.group(1) : "");
                }
            }
            String cookie = page.headers().allValues("Set-Cookie").stream()
                    .filter(set -> set.startsWith("csa-csrf="))
                    .map(set -> set.substring(0, set.indexOf(';')))
                    .findFirst()
                    .orElseThrow();
            return new EditedForm(address, values, cookie);
        }

        EditedForm with(String name, String value) {
            Map<String, String> changed = new LinkedHashMap<>(values);
            changed.put(name, value);
            return new EditedForm(address, changed, cookie);
        }

        HttpResponse<String> send(RunningQueryService service) {
            String body = values.entrySet().stream()
                    .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return service.post(address, body, "Cookie", cookie);
        }
    }
}
