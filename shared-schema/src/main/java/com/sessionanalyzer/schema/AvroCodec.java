package com.sessionanalyzer.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;

/**
 * Avro single-object encoding of one kind of event: the schema's fingerprint stands before each value, and every version
 * ever published is kept beside the code as {@code avro/NAME-vN.avsc}, so old bytes stay readable without a registry.
 */
public final class AvroCodec {

    private static final GenericData MODEL = new GenericData().setFastReaderEnabled(true);

    private final List<Schema> versions;
    private final BinaryMessageEncoder<Object> encoder;
    private final BinaryMessageDecoder<Object> decoder;

    private AvroCodec(List<Schema> versions) {
        this.versions = List.copyOf(versions);
        Schema newest = versions.get(versions.size() - 1);
        this.encoder = new BinaryMessageEncoder<>(MODEL, newest);
        this.decoder = new BinaryMessageDecoder<>(MODEL, newest);
        versions.forEach(decoder::addSchema);
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
        try {
            return decoder.decode(bytes);
        } catch (IOException
                | AvroRuntimeException
                | IndexOutOfBoundsException
                | NegativeArraySizeException unreadable) {
            throw new UnreadableEventException("not a readable " + schema().getType() + ": " + unreadable, unreadable);
        }
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
