package com.sessionanalyzer.schema.cube;

import com.sessionanalyzer.schema.AvroCodec;
import com.sessionanalyzer.schema.AvroInput;
import com.sessionanalyzer.schema.AvroOutput;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
        public byte[] encode() {
            return encode(
                    measures.stream().mapToLong(Long::longValue).toArray(),
                    histogram.keySet().stream().mapToInt(Integer::intValue).toArray(),
                    histogram.values().stream().mapToLong(Long::longValue).toArray());
        }

        /** The encoded cell of these measures, and of a histogram as its ascending values and how often each was counted. */
        public static byte[] encode(long[] measures, int[] values, long[] bins) {
            AvroOutput out = Codec.output(Codec.CELL).block(measures.length);
            for (long measure : measures) {
                out.number(measure);
            }
            out.blockEnd().block(bins.length);
            for (int bin = 0; bin < bins.length; bin++) {
                out.number(values[bin]).number(bins[bin]);
            }
            return out.blockEnd().toBytes();
        }
    }

    /** A count of distinct things within one shard. */
    record Tally(long count) implements CubeEntry {

        @Override
        public byte[] encode() {
            return Codec.output(Codec.TALLY).number(count).toBytes();
        }
    }

    /**
     * The end of a batch: everything before it in its partition is the state after this source offset.
     *
     * @param asOf largest timestamp of the source records contained
     */
    record Progress(long offset, Instant asOf) implements CubeEntry {

        @Override
        public byte[] encode() {
            return Codec.output(Codec.PROGRESS)
                    .number(offset)
                    .number(asOf.toEpochMilli())
                    .toBytes();
        }
    }

    byte[] encode();

    /**
     * Reads an entry of any published version.
     *
     * @throws UnreadableEventException when the bytes are none
     */
    static CubeEntry decode(byte[] bytes) {
        AvroInput in = Codec.AVRO.onlyInput(bytes);
        CubeEntry entry = switch (in.number()) {
            case Codec.CELL -> Codec.cell(in);
            case Codec.TALLY -> new Tally(in.longNumber());
            case Codec.PROGRESS -> new Progress(in.longNumber(), Instant.ofEpochMilli(in.longNumber()));
            default -> throw new UnreadableEventException("not a readable event: it is of no known kind");
        };
        in.end();
        return entry;
    }

    /** The schema, held once, and its branches in their order. */
    final class Codec {

        private static final AvroCodec AVRO = AvroCodec.of("cube-entry", 1);
        private static final int CELL = 0;
        private static final int TALLY = 1;
        private static final int PROGRESS = 2;
        private static final int EXPECTED_BYTES = 48;

        private Codec() {}

        private static AvroOutput output(int branch) {
            return AVRO.output(EXPECTED_BYTES).branch(branch);
        }

        private static Cell cell(AvroInput in) {
            List<Long> measures = in.list(AvroInput::longNumber);
            SortedMap<Integer, Long> histogram = new TreeMap<>();
            in.list(bins -> histogram.put(bins.number(), bins.longNumber()) == null);
            return new Cell(measures, histogram);
        }
    }
}
