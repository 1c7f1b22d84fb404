package com.sessionanalyzer.query.session.export;

import com.sessionanalyzer.query.session.rows.RowColumn;
import com.sessionanalyzer.query.session.rows.SessionQuery;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Organization;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an export says of itself.
 *
 * @param position exactly the records that were there
 * @param asOf     when the newest of them was received
 */
record ExportAbout(
        Organization organization, SessionQuery query, List<RowColumn> columns, Position position, Instant asOf) {

    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    ZoneId zone() {
        return organization.zone();
    }

    /** The file's name, by which two exports of different states differ. */
    String fileName(ExportFormat format) {
        String when = asOf.equals(Instant.EPOCH) ? "no-record-yet" : COMPACT.format(asOf);
        return "sessions-" + organization.id().value() + "-" + when + "." + format.code();
    }

    /** The filter as an address has it; {@code everything} when nothing is left out. */
    String filter() {
        return query.filter().isEverything() ? "everything" : query.filter().query();
    }

    /** By names, in the order in which they are shown. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("organization", organization.id().value());
        facts.put("filter", filter());
        facts.put("search", query.search());
        facts.put("sort", query.order().text());
        facts.put("columns", RowColumn.codes(columns));
        facts.put("time_zone", zone().getId());
        facts.put(
                "as_of",
                asOf.equals(Instant.EPOCH)
                        ? "no record yet"
                        : asOf.atZone(zone()).toOffsetDateTime().toString());
        facts.put("position", position.toString());
        return facts;
    }
}
