package com.sessionanalyzer.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sessionanalyzer.schema.session.Origin;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published schemas never change, and each new one reads all before it. */
class SchemaEvolutionTests {

    @ParameterizedTest
    @CsvSource({
        "session-record,2",
        "session-rejection,2",
        "cube-entry,1",
        "customer-entry,3",
        "delivery,1",
        "intake-count,1",
        "audit-entry,1",
        "customer-link,1",
    })
    void readsEveryVersionBeforeIt(String name, int newest) throws IOException {
        Properties published = new Properties();
        try (InputStream in = getClass().getResourceAsStream("/wire/fingerprints.properties")) {
            published.load(in);
        }
        List<Schema> versions = AvroCodec.of(name, newest).versions();

        for (int index = 0; index < versions.size(); index++) {
            Schema version = versions.get(index);
            assertThat(Long.toHexString(SchemaNormalization.parsingFingerprint64(version)))
                    .as("published schema %s-v%d", name, index + 1)
                    .isEqualTo(published.getProperty(name + "-v" + (index + 1)));
            assertThat(SchemaCompatibility.checkReaderWriterCompatibility(versions.get(versions.size() - 1), version)
                            .getType())
                    .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
        }
        assertThat(getClass().getResource("/avro/" + name + "-v" + (newest + 1) + ".avsc"))
                .as("a newer schema that this test does not know")
                .isNull();
    }

    @Test
    void readsTheBytesOfTheFirstRelease() throws IOException {
        byte[] bytes =
                HexFormat.of().parseHex(resource("/wire/session-record-v1.hex").strip());

        SessionRecord session = SessionRecordCodec.decode(bytes);
        assertThat(session.customer().spelling()).isEqualTo("Mediconas.cz");
        assertThat(session.origin()).isEqualTo(Origin.of(session.channel()));
        assertThat(session.revision()).isZero();
    }

    @Test
    void fillsWhatAnOlderWriterDidNotKnow() {
        Schema old = new Schema.Parser().parse("""
                {"type":"record","name":"Visit","fields":[{"name":"id","type":"int"}]}""");
        Schema current = new Schema.Parser().parse("""
                {"type":"record","name":"Visit","fields":[{"name":"id","type":"long"},
                 {"name":"note","type":["null","string"],"default":null}]}""");
        GenericRecord written = new GenericData.Record(old);
        written.put("id", 7);

        Object read = AvroCodec.of(List.of(old, current))
                .decode(AvroCodec.of(List.of(old)).encode(written));

        assertThat(read).hasToString("{\"id\": 7, \"note\": null}");
    }

    @Test
    void refusesBytesOfASchemaItNeverKnew() {
        Schema known = new Schema.Parser().parse("\"int\"");
        Schema stranger = new Schema.Parser().parse("\"string\"");

        byte[] bytes = AvroCodec.of(List.of(stranger)).encode("x");

        assertThatThrownBy(() -> AvroCodec.of(List.of(known)).decode(bytes))
                .isInstanceOf(UnreadableEventException.class);
    }

    private String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
