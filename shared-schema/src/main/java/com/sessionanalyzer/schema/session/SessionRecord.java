package com.sessionanalyzer.schema.session;

import com.sessionanalyzer.schema.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One review of a customer's sessions, valid by construction.
 *
 * @param customer   the name as this record spells it, and its identity
 * @param sessions   number of sessions reviewed, 1 to 100,000
 * @param minutes    time spent, 1 to 120 minutes
 * @param uploadedAt event time, to the millisecond
 * @param createdAt  when ingest received it, to the millisecond
 * @param localDay   day of {@code uploadedAt} in the organization's time zone, fixed when the record is made
 * @param revision   how often the record was corrected
 */
public record SessionRecord(
        OrganizationId organization,
        UUID id,
        CustomerName customer,
        String region,
        int sessions,
        String source,
        String destination,
        @Nullable Integer minutes,
        String observation,
        @Nullable Highlight highlight,
        Instant uploadedAt,
        Instant createdAt,
        LocalDate localDay,
        Origin origin,
        int revision) {

    public static final int MAX_SESSIONS = 100_000;
    public static final int MAX_MINUTES = 120;
    public static final int MAX_REGION_LENGTH = 100;
    public static final int MAX_SOURCE_LENGTH = 255;
    public static final int MAX_DESTINATION_LENGTH = 255;
    public static final int MAX_OBSERVATION_LENGTH = 20_000;

    public SessionRecord {
        requireLine("customer", customer.spelling(), CustomerName.MAX_LENGTH);
        requireLine("customer", customer.key(), CustomerName.MAX_LENGTH * 3);
        requireLine("region", region, MAX_REGION_LENGTH);
        requireRange("sessions", sessions, MAX_SESSIONS);
        requireLine("source", source, MAX_SOURCE_LENGTH);
        requireLine("destination", destination, MAX_DESTINATION_LENGTH);
        if (minutes != null) {
            requireRange("time_consumed", minutes, MAX_MINUTES);
        }
        if (observation.length() > MAX_OBSERVATION_LENGTH) {
            throw new IllegalArgumentException("observation must have at most 20000 characters");
        }
        if (revision < 0) {
            throw new IllegalArgumentException("revision must not be negative, was " + revision);
        }
    }

    public Channel channel() {
        return origin.channel();
    }

    public SessionRecordKey key() {
        return new SessionRecordKey(organization, customer.key(), id);
    }

    private static void requireLine(String field, String value, int maxLength) {
        if (value.isBlank() || value.length() > maxLength || hasControl(value)) {
            throw new IllegalArgumentException(
                    field + " must be one line of 1 to " + maxLength + " characters, was '" + value + "'");
        }
    }

    private static boolean hasControl(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static void requireRange(String field, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(field + " must be in 1.." + max + ", was " + value);
        }
    }
}
