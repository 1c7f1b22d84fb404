package com.sessionanalyzer.query.session.filter;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an answer or a file is of: which records, whose days, and of when. Each carries it in its headers.
 *
 * @param zone in which days begin
 * @param asOf the moment that was asked for, else when the newest record contained was received; null when there is none
 */
public record Provenance(
        SessionFilter filter, ZoneId zone, @Nullable Instant asOf) {

    public static final String FILTER = "X-Filter";
    public static final String TIME_ZONE = "X-Time-Zone";
    public static final String AS_OF = "X-As-Of";

    /** The filter as an address has it; {@code everything} when nothing is left out. */
    public String filterText() {
        return filter.isEverything() ? "everything" : filter.query();
    }

    /** The moment with its offset in the zone. */
    public String asOfText() {
        return asOf == null || asOf.equals(Instant.EPOCH)
                ? "no record yet"
                : asOf.atZone(zone).toOffsetDateTime().toString();
    }

    /** By their names. */
    public Map<String, String> headers() {
        return new TreeMap<>(Map.of(FILTER, filterText(), TIME_ZONE, zone.getId(), AS_OF, asOfText()));
    }
}
