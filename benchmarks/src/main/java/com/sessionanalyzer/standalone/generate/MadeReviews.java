package com.sessionanalyzer.standalone.generate;

import com.sessionanalyzer.intake.session.SessionField;
import com.sessionanalyzer.schema.session.CustomerName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/** The records that {@code csa generate} makes, as the texts of their fields and without a format between. */
@NullMarked
public final class MadeReviews {

    private static final String SEPARATOR = "\t";
    private static final int LINE = 1 << 12;

    private final Reviews reviews;
    private final Expected expected = new Expected(List.of());
    private final Bytes line = new Bytes(LINE);
    private final ByteArrayOutputStream text = new ByteArrayOutputStream(LINE);
    private final Map<String, String> keys = new HashMap<>();

    /**
     * What one record says.
     *
     * @param customer the key of the customer
     * @param minutes  0 when they are not known
     * @param type     code of the highlight's type; empty when there is none
     */
    public record Made(
            String customer,
            String region,
            String source,
            String destination,
            int sessions,
            int minutes,
            String type,
            LocalDate day) {}

    /** So many records of the days before that day. */
    public MadeReviews(long records, long seed, LocalDate until, int days) {
        this.reviews = new Reviews(new Recipe(records, seed, 0, until, days), new Tabs());
    }

    /** The record of this number. */
    public Made made(long number) {
        reviews.write(number, line, expected);
        text.reset();
        try {
            line.drainTo(text);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return read(text.toString(StandardCharsets.UTF_8).split(SEPARATOR, -1));
    }

    private Made read(String[] fields) {
        return new Made(
                keys.computeIfAbsent(
                        fields[0], spelling -> CustomerName.of(spelling).key()),
                fields[1].intern(),
                fields[3].intern(),
                fields[4].intern(),
                Integer.parseInt(fields[2]),
                fields[5].isEmpty() ? 0 : Integer.parseInt(fields[5]),
                fields[7],
                LocalDate.parse(fields[6].substring(0, fields[6].indexOf('T'))));
    }

    /** The fields in their order, with tabulators between. */
    private static final class Tabs implements Notation {

        private static final SessionField[] FIELDS = SessionField.values();
        private static final byte[] TAB = Notation.utf8(SEPARATOR);

        @Override
        public List<Fault> faults() {
            return List.of();
        }

        @Override
        public String part(String text) {
            return text;
        }

        @Override
        public String quote(SessionField field) {
            return "";
        }

        @Override
        public String value(String text) {
            return text;
        }

        @Override
        public String number(int number) {
            return Integer.toString(number);
        }

        @Override
        public String minutes(int minutes) {
            return Integer.toString(minutes);
        }

        @Override
        public boolean hasBrackets() {
            return false;
        }

        @Override
        public void begin(Bytes out) {
            // each record is read by itself
        }

        @Override
        public void write(Values values, Bytes out) {
            for (SessionField field : FIELDS) {
                values.write(field, out);
                out.put(TAB);
            }
        }

        @Override
        public void corrupt(Bytes out) {
            throw new IllegalStateException("no record is bad");
        }
    }
}
