package com.sessionanalyzer.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.intake.session.BulkFormat;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import com.sessionanalyzer.schema.intake.DeliveryKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Contents that are loaded, and what is said about them. */
class LoadIT extends LoadTest {

    @Test
    void sendsEveryRecordOnceOverAllPartitions() {
        assertThat(load(file)).isZero();

        List<ConsumerRecord<byte[], byte[]>> messages = submissions();
        assertThat(value(messages)).isEqualTo(text(content));
        assertThat(messages.stream().map(ConsumerRecord::partition).collect(Collectors.toSet()))
                .isEqualTo(Set.of(0, 1, 2));
        assertThat(messages).allSatisfy(message -> {
            assertThat(header(message, "content-type")).isEqualTo("application/x-ndjson");
            assertThat(header(message, "delivery-name")).isEqualTo("records.ndjson");
        });
        assertThat(messages.stream().map(message -> header(message, "delivery")).distinct())
                .hasSize(1);
        assertThat(said.toString()).contains("5000 records of records.ndjson sent");
    }

    @Test
    void repeatsTheHeaderOfATable() throws IOException {
        Path table = Files.write(directory.resolve("records.csv"), Generated.content(BulkFormat.CSV, 3_000));

        assertThat(load(table)).isZero();

        assertThat(submissions())
                .hasSizeGreaterThan(1)
                .allSatisfy(message -> assertThat(new String(message.value(), StandardCharsets.UTF_8))
                        .startsWith("customer,region,sessions,"));
    }

    @Test
    void refusesATableWithoutAHeader() throws IOException {
        Path table = Files.writeString(directory.resolve("records.csv"), "acme.com,EU,3,MySQL,BQ\n");

        assertThat(load(table)).isEqualTo(1);

        assertThat(said.toString()).contains("records.csv cannot be loaded: ");
        assertThat(submissions()).isEmpty();
    }

    @Test
    void keepsContentsOfOneNameApart() throws IOException {
        load(file);
        Path other = Files.createDirectory(directory.resolve("other")).resolve("records.ndjson");
        Files.writeString(other, "{\"customer\":\"other\"}\n");

        assertThat(load(other)).isZero();
        assertThat(load(file)).isZero();

        assertThat(said.toString()).contains("records.ndjson is already loaded: 5000 records.");
        assertThat(submissions().stream()
                        .map(message -> header(message, "delivery"))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void saysWhatBecameOfEachRecord() {
        load(file);
        OrganizationId owner = new OrganizationId(organization);
        LoadName name = new LoadName(owner, "records.ndjson");
        settle(new DeliveryKey(owner, "session", DeliveryKind.IMPORT, name.id(0), "0"), 2_000, 1_990, 7);
        settle(new DeliveryKey(owner, "session", DeliveryKind.IMPORT, name.id(0), "2"), 3_000, 3_000, 0);

        assertThat(run(file.toString())).isZero();

        assertThat(said.toString())
                .contains("5000 records settled: 4990 recorded, 3 replayed, 7 rejected.")
                .contains("7 region:required")
                .contains("/rejects?delivery=" + name.id(0));
    }

    @Test
    void saysInOneSentenceThatThereIsNoSuchFile() {
        assertThat(load(directory.resolve("none"))).isEqualTo(1);

        assertThat(said.toString()).contains("There is no file " + directory.resolve("none") + " that can be read.");
    }
}
