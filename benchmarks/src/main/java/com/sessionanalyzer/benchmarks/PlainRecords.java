package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.query.facts.Fact;
import com.sessionanalyzer.query.session.MeasuredCube.Changed;
import com.sessionanalyzer.query.session.filter.HighlightChoices;
import com.sessionanalyzer.schema.session.HighlightType;
import com.sessionanalyzer.standalone.generate.MadeReviews;
import com.sessionanalyzer.standalone.generate.MadeReviews.Made;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The records that are measured, one after the other, for what others are filled with and answers are checked by. */
public final class PlainRecords {

    private static final int MIX = 0x9E3779B9;

    private final MadeReviews reviews;
    private final long capacity;
    private final Texts names = new Texts();
    private final Texts places = new Texts();
    private int[] customers = new int[1 << 10];
    private int[] sessions = new int[1 << 10];
    private short[] days = new short[1 << 10];
    private byte[][] codes = new byte[5][1 << 10];
    private int size;

    /** Of the year that ends before the day, and up to so many. */
    public PlainRecords(long capacity, long seed, LocalDate until, int days) {
        this.reviews = new MadeReviews(capacity, seed, until, days);
        this.capacity = capacity;
    }

    /** One record as texts and numbers. */
    record Plain(
            String customer,
            String region,
            String source,
            String destination,
            int day,
            int minutes,
            int label,
            int sessions) {}

    public int size() {
        return size;
    }

    public List<String> customers() {
        return List.copyOf(names.all);
    }

    /** Makes the next one. */
    public Changed add() {
        if (size == customers.length) {
            grow();
        }
        set(size, reviews.made(size % capacity));
        return change(size++);
    }

    /** Gives a record the content of another. */
    Changed correct(int row, int like) {
        set(row, reviews.made(like));
        return change(row);
    }

    /** Takes a record away, if it is still there. */
    Changed remove(int row) {
        Changed change = change(row);
        sessions[row] = 0;
        return new Changed(change.idHigh(), change.idLow(), change.fact(), true);
    }

    boolean isThere(int row) {
        return sessions[row] > 0;
    }

    Plain get(int row) {
        return new Plain(
                names.of(customers[row]),
                places.of(codes[0][row]),
                places.of(codes[1][row]),
                places.of(codes[2][row]),
                days[row],
                codes[3][row],
                codes[4][row],
                sessions[row]);
    }

    private Changed change(int row) {
        Plain plain = get(row);
        Fact fact = new Fact(
                plain.customer(),
                plain.day(),
                List.of(plain.region(), plain.source(), plain.destination()),
                plain.label(),
                plain.minutes(),
                plain.sessions());
        return new Changed((long) row * MIX, Long.reverse(row) ^ row, fact, false);
    }

    /** The customer of a row stays the same, as its key is a part of what identifies it. */
    private void set(int row, Made made) {
        if (row == size) {
            customers[row] = names.code(made.customer());
        }
        codes[0][row] = (byte) places.code(made.region());
        codes[1][row] = (byte) places.code(made.source());
        codes[2][row] = (byte) places.code(made.destination());
        codes[3][row] = (byte) made.minutes();
        codes[4][row] = (byte) HighlightType.of(made.type())
                .map(HighlightChoices::number)
                .orElse(0)
                .intValue();
        days[row] = (short) made.day().toEpochDay();
        sessions[row] = made.sessions();
    }

    private void grow() {
        int more = (int) Math.min(2L * size, size + (1L << 20));
        customers = Arrays.copyOf(customers, more);
        sessions = Arrays.copyOf(sessions, more);
        days = Arrays.copyOf(days, more);
        for (int column = 0; column < codes.length; column++) {
            codes[column] = Arrays.copyOf(codes[column], more);
        }
    }

    /** Texts by number. */
    private static final class Texts {

        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> all = new ArrayList<>();

        private int code(String text) {
            return numbers.computeIfAbsent(text, added -> {
                all.add(added);
                return all.size() - 1;
            });
        }

        private String of(int code) {
            return all.get(code);
        }
    }
}
