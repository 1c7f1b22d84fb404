package com.sessionanalyzer.schema.session;

import com.sessionanalyzer.schema.AvroCodec;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.time.Instant;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Value of {@code customer-aliases}: what somebody decided about two customers. */
public sealed interface CustomerLink {

    /** Who decided it; empty when not known. */
    String actor();

    /** When it was decided, to the millisecond. */
    Instant at();

    GenericRecord toAvro();

    /**
     * The name of the key stands for another customer, or did.
     *
     * @param spelling     how the name was shown before
     * @param into         key of the customer that it stands for
     * @param intoSpelling how that customer was shown
     * @param records      that were moved for what the state says
     */
    record Alias(
            String spelling, String into, String intoSpelling, AliasState state, String actor, Instant at, long records)
            implements CustomerLink {

        /** The same in this state, with more records moved. */
        public Alias with(AliasState next, long moved) {
            return new Alias(spelling, into, intoSpelling, next, actor, at, moved);
        }

        /** The beginning of its undoing. */
        public Alias undoing(String by, Instant since) {
            return new Alias(spelling, into, intoSpelling, AliasState.UNDOING, by, since, 0);
        }

        @Override
        public GenericRecord toAvro() {
            GenericRecord avro = new GenericData.Record(Codec.AVRO.schema("CustomerAlias"));
            avro.put("spelling", spelling);
            avro.put("into", into);
            avro.put("intoSpelling", intoSpelling);
            avro.put("state", state.code());
            avro.put("actor", actor);
            avro.put("at", at.toEpochMilli());
            avro.put("records", records);
            return avro;
        }
    }

    /** The two customers of the key are not the same. */
    record Apart(String spelling, String otherSpelling, String actor, Instant at) implements CustomerLink {

        @Override
        public GenericRecord toAvro() {
            GenericRecord avro = new GenericData.Record(Codec.AVRO.schema("CustomersApart"));
            avro.put("spelling", spelling);
            avro.put("otherSpelling", otherSpelling);
            avro.put("actor", actor);
            avro.put("at", at.toEpochMilli());
            return avro;
        }
    }

    default byte[] encode() {
        return Codec.AVRO.encode(toAvro());
    }

    /**
     * Reads a link of any published version.
     *
     * @throws UnreadableEventException when the bytes are none
     */
    static CustomerLink decode(byte[] bytes) {
        GenericRecord avro = (GenericRecord) Codec.AVRO.decode(bytes);
        return avro.getSchema().getName().equals("CustomerAlias") ? Codec.alias(avro) : Codec.apart(avro);
    }

    /** The schemas, held once. */
    final class Codec {

        private static final AvroCodec AVRO = AvroCodec.of("customer-link", 1);

        private Codec() {}

        private static Alias alias(GenericRecord avro) {
            return new Alias(
                    avro.get("spelling").toString(),
                    avro.get("into").toString(),
                    avro.get("intoSpelling").toString(),
                    AliasState.ofCode(avro.get("state").toString()),
                    avro.get("actor").toString(),
                    Instant.ofEpochMilli((long) avro.get("at")),
                    (long) avro.get("records"));
        }

        private static Apart apart(GenericRecord avro) {
            return new Apart(
                    avro.get("spelling").toString(),
                    avro.get("otherSpelling").toString(),
                    avro.get("actor").toString(),
                    Instant.ofEpochMilli((long) avro.get("at")));
        }
    }
}
