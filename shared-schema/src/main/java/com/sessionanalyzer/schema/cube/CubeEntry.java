package com.sessionanalyzer.schema.cube;

import com.sessionanalyzer.schema.AvroCodec;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Value of an entry in a cube topic. All counts are absolute, so reading an entry twice changes nothing. */
public sealed interface CubeEntry {

    /**
     * What one shard counts in one cell.
     *
     * @param measures  in the order of the domain's declaration
     * @param histogram value to count, without empty bins
     */
    record Cell(List<Long> measures, SortedMap<Integer, Long> histogram) implements CubeEntry {

        @Override
        public GenericRecord toAvro() {
            GenericRecord avro = new GenericData.Record(Codec.CELL);
            avro.put("measures", measures);
            avro.put(
                    "histogram",
                    histogram.entrySet().stream()
                            .map(bin -> Codec.bin(bin.getKey(), bin.getValue()))
                            .toList());
            return avro;
        }
    }

    /** A count of distinct things within one shard. */
    record Tally(long count) implements CubeEntry {

        @Override
        public GenericRecord toAvro() {
            GenericRecord avro = new GenericData.Record(Codec.TALLY);
            avro.put("count", count);
            return avro;
        }
    }

    /**
     * The end of a batch: everything before it in its partition is the state after this source offset.
     *
     * @param asOf largest timestamp of the source records contained
     */
    record Progress(long offset, Instant asOf) implements CubeEntry {

        @Override
        public GenericRecord toAvro() {
            GenericRecord avro = new GenericData.Record(Codec.PROGRESS);
            avro.put("offset", offset);
            avro.put("asOf", asOf.toEpochMilli());
            return avro;
        }
    }

    GenericRecord toAvro();

    default byte[] encode() {
        return Codec.AVRO.encode(toAvro());
    }

    /**
     * Reads an entry of any published version.
     *
     * @throws UnreadableEventException when the bytes are none
     */
    static CubeEntry decode(byte[] bytes) {
        GenericRecord avro = (GenericRecord) Codec.AVRO.decode(bytes);
        return switch (avro.getSchema().getName()) {
            case "Cell" ->
                new Cell(
                        ((Collection<?>) avro.get("measures"))
                                .stream().map(Long.class::cast).toList(),
                        Codec.bins((Collection<?>) avro.get("histogram")));
            case "Tally" -> new Tally((long) avro.get("count"));
            default -> new Progress((long) avro.get("offset"), Instant.ofEpochMilli((long) avro.get("asOf")));
        };
    }

    /** The schemas, held once. */
    final class Codec {

        private static final AvroCodec AVRO = AvroCodec.of("cube-entry", 1);
        private static final Schema CELL = AVRO.schema("Cell");
        private static final Schema BIN = CELL.getField("histogram").schema().getElementType();
        private static final Schema TALLY = AVRO.schema("Tally");
        private static final Schema PROGRESS = AVRO.schema("Progress");

        private Codec() {}

        private static GenericRecord bin(int value, long count) {
            GenericRecord avro = new GenericData.Record(BIN);
            avro.put("value", value);
            avro.put("count", count);
            return avro;
        }

        private static SortedMap<Integer, Long> bins(Collection<?> avro) {
            SortedMap<Integer, Long> bins = new TreeMap<>();
            for (Object bin : avro) {
                GenericRecord pair = (GenericRecord) bin;
                bins.put((int) pair.get("value"), (long) pair.get("count"));
            }
            return bins;
        }
    }
}
