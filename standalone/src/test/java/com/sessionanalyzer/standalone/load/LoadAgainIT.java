package com.sessionanalyzer.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import com.sessionanalyzer.schema.intake.DeliveryKind;
import com.sessionanalyzer.standalone.instance.DataDirectory;
import com.sessionanalyzer.standalone.instance.Instance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** Loads that were interrupted, or are begun once more: nothing is sent twice. */
class LoadAgainIT extends LoadTest {

    @Test
    void saysThatItIsAlreadyLoadedWhereverTheFileIsAndHoweverPacked() throws IOException {
        load(file);
        Path moved = Files.createDirectory(directory.resolve("elsewhere")).resolve("records.ndjson");

        assertThat(load(Files.write(moved, packed(content)))).isZero();

        assertThat(said.toString()).contains("records.ndjson is already loaded: 5000 records.");
        assertThat(value(submissions())).isEqualTo(text(content));
    }

    @Test
    void goesOnWhereAContentBrokeOff() throws IOException {
        byte[] packed = packed(content);
        Path broken = directory.resolve("records.ndjson.gz");
        Files.write(broken, Arrays.copyOf(packed, packed.length / 2));
        assertThat(load(broken, "--name", "x")).isEqualTo(1);
        assertThat(said.toString()).contains("Reading records.ndjson.gz failed: ");
        assertThat(value(submissions())).isNotEmpty().isNotEqualTo(text(content));

        assertThat(load(file, "--name", "x")).isZero();

        assertThat(value(submissions())).isEqualTo(text(content));
    }

    @Test
    void goesOnWithWhatAFileHasGrownBy() throws IOException {
        load(file);
        Files.writeString(file, "{\"customer\":\"new\"}\n", StandardOpenOption.APPEND);

        assertThat(load(file)).isZero();

        assertThat(said.toString()).contains("5000 records of records.ndjson were sent before.", "1 records of");
        assertThat(value(submissions())).isEqualTo(Files.readString(file));
    }

    @Test
    void refusesARecordThatHasGrown() throws IOException {
        Path unfinished = Files.writeString(directory.resolve("a.ndjson"), "{\"customer\":\"a\"}\n{\"cust");
        load(unfinished);
        Files.writeString(unfinished, "omer\":\"b\"}\n", StandardOpenOption.APPEND);

        assertThat(load(unfinished)).isEqualTo(1);

        assertThat(said.toString()).contains("The last record of a.ndjson has grown since it was loaded.");
    }

    @Test
    void refusesWhatIsNotTheSameAnyMoreUnlessItIsToBeginAnew() throws IOException {
        load(file);
        content[content.length - 3] ^= 1;
        Files.write(file, content);

        assertThat(load(file)).isEqualTo(1);
        assertThat(said.toString()).contains("were loaded before, and they are not the same any more");
        assertThat(load(file, "--restart")).isZero();
        assertThat(load(file)).isZero();

        assertThat(said.toString()).contains("is already loaded");
        assertThat(submissions().stream()
                        .map(message -> header(message, "delivery"))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void loadsNothingTwiceWhenKafkaHasForgottenHowFarItCame() throws Exception {
        load(file);
        OrganizationId owner = new OrganizationId(organization);
        LoadName name = new LoadName(owner, "records.ndjson");
        settle(new DeliveryKey(owner, "session", DeliveryKind.IMPORT, name.id(0), "0"), 5_000, 5_000, 0);
        try (Admin admin = Admin.create(CLUSTER)) {
            admin.deleteConsumerGroups(List.of(name.group(0))).all().get();
        }

        assertThat(load(file)).isEqualTo(1);
        assertThat(said.toString()).contains("Kafka has forgotten what. Nothing was sent; --restart loads all of it");
        assertThat(load(file, "--restart")).isZero();
        assertThat(load(file)).isZero();

        assertThat(said.toString()).contains("records.ndjson is already loaded: 5000 records.");
        assertThat(submissions().stream()
                        .map(message -> header(message, "delivery"))
                        .distinct())
                .containsExactlyInAnyOrder(name.id(0).toString(), name.id(1).toString());
    }

    @Test
    void saysInOneSentenceThatKafkaDoesNotAnswer() throws IOException {
        int status = line(
                "load", "--bootstrap-servers", "127.0.0.1:1", "--patience", "1", "--kafka-config", hasty(), "" + file);

        assertThat(status).isEqualTo(1);
        assertThat(said.toString().lines())
                .containsExactly(
                        "Kafka at 127.0.0.1:1 does not answer, and records.ndjson is not sent to its end."
                                + " Trying again for 1 s.",
                        "Kafka at 127.0.0.1:1 does not answer, and records.ndjson is not sent to its end."
                                + " What was committed stays; run the same command again to go on.");
    }

    @Test
    void goesOnWhereTheInstanceIsByNow() throws IOException {
        publish("127.0.0.1:1");
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(() -> line(
                "load",
                "--data",
                "" + directory,
                "--patience",
                "60",
                "--kafka-config",
                hasty(),
                "--no-wait",
                "" + file));
        await().until(() -> said.toString().contains("127.0.0.1:1 does not answer"));

        publish(KAFKA.bootstrapServers());

        assertThat(status).succeedsWithin(Duration.ofMinutes(1)).isEqualTo(0);
        assertThat(said.toString()).contains("5000 records of records.ndjson sent");
        assertThat(value(submissions())).isEqualTo(text(content));
    }

    /** An instance with this Kafka, which this process is. */
    private void publish(String bootstrapServers) {
        new Instance(
                        "http://127.0.0.1:1",
                        bootstrapServers,
                        "",
                        "",
                        "",
                        organization,
                        ProcessHandle.current().pid())
                .publish(new DataDirectory(directory));
    }

    /** Properties of clients that give up soon. */
    private String hasty() {
        try {
            return Files.writeString(
                            directory.resolve("hasty.properties"),
                            "default.api.timeout.ms=1000\nrequest.timeout.ms=1000\nmax.block.ms=1000\n")
                    .toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }
}
