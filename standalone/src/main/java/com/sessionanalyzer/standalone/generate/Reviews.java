package com.sessionanalyzer.standalone.generate;

import static com.sessionanalyzer.intake.session.SessionField.CUSTOMER;
import static com.sessionanalyzer.intake.session.SessionField.DESTINATION;
import static com.sessionanalyzer.intake.session.SessionField.HIGHLIGHT_DETAILS;
import static com.sessionanalyzer.intake.session.SessionField.HIGHLIGHT_TYPE;
import static com.sessionanalyzer.intake.session.SessionField.HIGHLIGHT_URL;
import static com.sessionanalyzer.intake.session.SessionField.REGION;
import static com.sessionanalyzer.intake.session.SessionField.SESSIONS;
import static com.sessionanalyzer.intake.session.SessionField.SOURCE;
import static com.sessionanalyzer.intake.session.SessionField.TIME_CONSUMED;

import com.sessionanalyzer.intake.session.SessionField;
import com.sessionanalyzer.schema.session.HighlightType;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** A row of made-up reviews; the n-th depends on the recipe and n only. */
final class Reviews {

    private static final List<HighlightType> TYPES = List.of(HighlightType.values());
    private static final int MAX_SESSIONS = 60;
    private static final int TICKETS = 9_000;
    private static final int MILLION = 1_000_000;
    private static final int USUAL_SPELLING = 85;
    private static final int OTHER_PIPELINE = 15;
    private static final int ANOTHER_SESSION = 55;
    private static final int TIMED = 82;
    private static final int IN_BRACKETS = 20;
    private static final int ROUNDED = 66;
    private static final int ROUNDING = 5;
    private static final int HIGHLIGHTED = 12;
    private static final int WITH_TICKET = 80;

    private final Recipe recipe;
    private final Notation notation;
    private final List<Fault> faults;
    private final byte[][] wrong;
    private final Customer[] customers;
    private final Skewed popularity = new Skewed(Customer.COUNT);
    private final Observations observations;
    private final Times times;
    private final byte[][] numbers;
    private final byte[][] minuteTexts;
    private final byte[][] brackets;
    private final byte[][] tickets;
    private final byte[][] types;
    private final byte[] otherDetails;
    private final Dice dice;
    private final Values values = new Values();

    Reviews(Recipe recipe, Notation notation) {
        this.recipe = recipe;
        this.notation = notation;
        this.faults = notation.faults();
        this.wrong = faults.stream()
                .map(fault -> fault.value().isEmpty() ? new byte[0] : Notation.utf8(notation.value(fault.value())))
                .toArray(byte[][]::new);
        this.dice = new Dice(recipe.seed());
        this.customers = Customer.make(dice, notation);
        this.observations = new Observations(notation);
        this.times = new Times(recipe.until(), recipe.days(), notation);
        this.numbers = table(MAX_SESSIONS + 1, notation::number);
        this.minuteTexts = table(SessionRecord.MAX_MINUTES + 1, notation::minutes);
        this.brackets = table(SessionRecord.MAX_MINUTES + 1, minutes -> " [" + notation.minutes(minutes) + "]");
        this.tickets = table(TICKETS, ticket -> notation.value("https://tickets.example/CSA-" + (1_000 + ticket)));
        this.types = TYPES.stream()
                .map(type -> Notation.utf8(notation.value(type.code())))
                .toArray(byte[][]::new);
        this.otherDetails = Notation.utf8(notation.value("Discuss with the onboarding team"));
    }

    /** Writes the review of this number, and adds what is to become of it. */
    void write(long number, Bytes out, Expected expected) {
        dice.begin(recipe.seed(), number);
        values.clear();
        int fault = dice.below(MILLION) < recipe.badPerMillion() ? dice.below(faults.size()) : -1;
        int customer = popularity.pick(dice);
        int sessions = sessions();
        int minutes = dice.percent(TIMED) ? minutes(customers[customer].effort()) : 0;
        customer(customers[customer], minutes);
        pipeline(dice.percent(OTHER_PIPELINE) ? customers[popularity.pick(dice)] : customers[customer]);
        values.put(SESSIONS, numbers[sessions]);
        times.put((number + dice.share()) / recipe.records(), dice, values);
        observations.put(dice, values);
        if (dice.percent(HIGHLIGHTED) || (fault >= 0 && faults.get(fault).isOfHighlight())) {
            highlight(fault);
        }
        if (fault < 0) {
            notation.write(values, out);
            expected.recorded(customer, sessions, minutes);
        } else {
            spoil(fault, out);
            expected.rejected(fault);
        }
    }

    private void spoil(int fault, Bytes out) {
        SessionField field = faults.get(fault).field();
        if (field != null) {
            values.put(field, wrong[fault].length == 0 ? null : wrong[fault]);
        }
        notation.write(values, out);
        if (field == null) {
            notation.corrupt(out);
        }
    }

    private int sessions() {
        int sessions = 1;
        while (sessions < MAX_SESSIONS && dice.percent(ANOTHER_SESSION)) {
            sessions++;
        }
        return sessions;
    }

    private int minutes(int effort) {
        int minutes = 1 + dice.below(effort) + dice.below(effort) + dice.below(effort);
        int habit = dice.percent(ROUNDED) ? (minutes + ROUNDING - 1) / ROUNDING * ROUNDING : minutes;
        return Math.min(habit, SessionRecord.MAX_MINUTES);
    }

    private void customer(Customer customer, int minutes) {
        byte[][] spellings = customer.spellings();
        byte[] spelling = spellings[dice.percent(USUAL_SPELLING) ? 0 : dice.below(spellings.length)];
        if (minutes > 0 && dice.percent(IN_BRACKETS) && notation.hasBrackets()) {
            values.compose(CUSTOMER).put(spelling).put(brackets[minutes]);
            return;
        }
        values.put(CUSTOMER, spelling);
        values.put(TIME_CONSUMED, minutes == 0 ? null : minuteTexts[minutes]);
    }

    private void pipeline(Customer customer) {
        values.put(REGION, customer.region());
        values.put(SOURCE, customer.sources()[dice.below(customer.sources().length)]);
        values.put(DESTINATION, customer.destination());
    }

    private void highlight(int fault) {
        int type = dice.below(types.length);
        values.put(HIGHLIGHT_TYPE, types[type]);
        if (dice.percent(WITH_TICKET) || fault >= 0) {
            values.put(HIGHLIGHT_URL, tickets[dice.below(TICKETS)]);
        }
        if (TYPES.get(type) == HighlightType.OTHER) {
            values.put(HIGHLIGHT_DETAILS, otherDetails);
        }
    }

    private static byte[][] table(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).map(Notation::utf8).toArray(byte[][]::new);
    }
}
