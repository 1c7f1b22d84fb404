package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.intake.text.Label;
import com.sessionanalyzer.schema.session.CustomerName;
import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a record that people and systems send, in the order in which they are named. */
public enum SessionField implements Label {
    CUSTOMER("Customer", "Customer", CustomerName.MAX_LENGTH),
    REGION("Region", "Region", SessionRecord.MAX_REGION_LENGTH),
    SESSIONS("Sessions", "Sessions", Integer.MAX_VALUE),
    SOURCE("Source", "Source", SessionRecord.MAX_SOURCE_LENGTH),
    DESTINATION("Destination", "Destination", SessionRecord.MAX_DESTINATION_LENGTH),
    TIME_CONSUMED("Time Consumed", "Time consumed", Integer.MAX_VALUE),
    UPLOADED_AT("Uploaded At", "Uploaded at", Integer.MAX_VALUE),
    HIGHLIGHT_TYPE("Highlight", "Highlight type", Integer.MAX_VALUE),
    HIGHLIGHT_URL("Highlight URL", "Highlight URL", Highlight.MAX_URL_LENGTH),
    HIGHLIGHT_DETAILS("Highlight Details", "Highlight details", Highlight.MAX_DETAILS_LENGTH),
    OBSERVATION("Observation", "Observation", SessionRecord.MAX_OBSERVATION_LENGTH);

    public static final List<SessionField> REQUIRED = List.of(CUSTOMER, REGION, SESSIONS, SOURCE, DESTINATION);

    private static final SessionField[] ALL = values();

    private static final Map<String, SessionField> BY_WIRE_NAME = byWireName();

    private final String text;
    private final String sentenceName;
    private final int maxLength;
    private final String wireName = name().toLowerCase(Locale.ROOT);

    SessionField(String text, String sentenceName, int maxLength) {
        this.text = text;
        this.sentenceName = sentenceName;
        this.maxLength = maxLength;
    }

    /** The fields by their name on the wire. */
    public static Map<String, SessionField> byName() {
        return BY_WIRE_NAME;
    }

    /** The field whose name on the wire stands between these indexes of a text; null when there is none. */
    static @Nullable SessionField at(String text, int start, int end) {
        for (SessionField field : ALL) {
            if (field.wireName.length() == end - start && text.startsWith(field.wireName, start)) {
                return field;
            }
        }
        return null;
    }

    @Override
    public String text() {
        return text;
    }

    /** The name in JSON and forms, as in {@code time_consumed}. */
    public String wireName() {
        return wireName;
    }

    /** The name at the beginning of a sentence. */
    public String sentenceName() {
        return sentenceName;
    }

    /** In UTF-16 units. */
    public int maxLength() {
        return maxLength;
    }

    private static Map<String, SessionField> byWireName() {
        Map<String, SessionField> byName = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(field -> byName.put(field.wireName, field));
        return Collections.unmodifiableMap(byName);
    }
}
