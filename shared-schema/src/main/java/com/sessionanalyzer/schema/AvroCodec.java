package com.sessionanalyzer.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Avro single-object encoding of one kind of event: the schema's fingerprint stands before each value, and every version
 * ever published is kept beside the code as {@code avro/NAME-vN.avsc}, so old bytes stay readable without a registry.
 */
public final class AvroCodec {

    private static final GenericData MODEL = new GenericData().setFastReaderEnabled(true);

    private static final int HEADER_LENGTH = 10;
    private static final byte MARKER_1 = (byte) 0xC3;
    private static final byte MARKER_2 = 0x01;

    private final List<Schema> versions;
    private final BinaryMessageEncoder<Object> encoder;
    private final byte[] header;
    private final Map<Long, DatumReader<Object>> readers = new HashMap<>();

    private AvroCodec(List<Schema> versions) {
        this.versions = List.copyOf(versions);
        Schema newest = versions.get(versions.size() - 1);
        this.encoder = new BinaryMessageEncoder<>(MODEL, newest);
        this.header = header(newest);
        versions.forEach(version -> readers.put(
                SchemaNormalization.parsingFingerprint64(version), new GenericDatumReader<>(version, newest, MODEL)));
    }

    /** The codec of the named event that writes the given version and reads it and all before it. */
    public static AvroCodec of(String name, int newestVersion) {
        return new AvroCodec(IntStream.rangeClosed(1, newestVersion)
                .mapToObj(version -> load("/avro/" + name + "-v" + version + ".avsc"))
                .toList());
    }

    static AvroCodec of(List<Schema> versions) {
        return new AvroCodec(versions);
    }

    /** The schema that is written. */
    public Schema schema() {
        return versions.get(versions.size() - 1);
    }

    /** The record schema of the given name within the schema that is written, itself or a branch of its union. */
    public Schema schema(String name) {
        return schema().isUnion()
                ? schema().getTypes().stream()
                        .filter(branch -> branch.getName().equals(name))
                        .findFirst()
                        .orElseThrow()
                : schema();
    }

    List<Schema> versions() {
        return versions;
    }

    private static byte[] header(Schema schema) {
        return ByteBuffer.allocate(HEADER_LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MARKER_1)
                .put(MARKER_2)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .array();
    }

    /**
     * An output that fields of the newest version can be written to one by one.
     *
     * @param expected bytes; more are fine
     */
    public AvroOutput output(int expected) {
        return new AvroOutput(header, expected);
    }

    /** The fields of a value of the newest version; null when it is of another one, or none. */
    public @Nullable AvroInput input(byte[] bytes) {
        boolean isNewest =
                bytes.length >= HEADER_LENGTH && Arrays.equals(bytes, 0, HEADER_LENGTH, header, 0, HEADER_LENGTH);
        return isNewest ? new AvroInput(bytes, HEADER_LENGTH) : null;
    }

    /**
     * The fields of a value, of an event that has had one version only.
     *
     * @throws UnreadableEventException when the bytes are of another schema, or none
     */
    public AvroInput onlyInput(byte[] bytes) {
        AvroInput input = input(bytes);
        if (input == null) {
            reader(bytes);
            throw new IllegalStateException("there is another version, which is to be read by decode");
        }
        return input;
    }

    public byte[] encode(Object datum) {
        try {
            ByteBuffer buffer = encoder.encode(datum);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Reads a value of any known version as the newest one.
     *
     * @throws UnreadableEventException when the bytes are of no known schema, cut off or damaged
     */
    public Object decode(byte[] bytes) {
        DatumReader<Object> reader = reader(bytes);
        try {
            BinaryDecoder payload =
                    DecoderFactory.get().binaryDecoder(bytes, HEADER_LENGTH, bytes.length - HEADER_LENGTH, null);
            Object datum = reader.read(null, payload);
            if (payload.isEnd()) {
                return datum;
            }
        } catch (IOException | RuntimeException damaged) {
            throw new UnreadableEventException("not a readable event: " + damaged, damaged);
        }
        throw new UnreadableEventException("not a readable event: bytes after its end");
    }

    private DatumReader<Object> reader(byte[] bytes) {
        if (bytes.length < HEADER_LENGTH || bytes[0] != MARKER_1 || bytes[1] != MARKER_2) {
            throw new UnreadableEventException("not an event: the Avro single-object header is missing");
        }
        long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
        DatumReader<Object> reader = readers.get(fingerprint);
        if (reader == null) {
            throw new UnreadableEventException("not a known schema: fingerprint " + Long.toHexString(fingerprint));
        }
        return reader;
    }

    public static GenericFixed fixed(Schema schema, UUID id) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return new GenericData.Fixed(schema, bytes);
    }

    public static UUID uuid(Object fixed) {
        ByteBuffer bytes = ByteBuffer.wrap(((GenericFixed) fixed).bytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    public static @Nullable GenericFixed fixedOrNull(Schema schema, @Nullable UUID id) {
        return id == null ? null : fixed(schema, id);
    }

    public static @Nullable UUID uuidOrNull(@Nullable Object fixed) {
        return fixed == null ? null : uuid(fixed);
    }

    private static Schema load(String resource) {
        try (InputStream in = AvroCodec.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing schema " + resource);
            }
            return new Schema.Parser().parse(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
