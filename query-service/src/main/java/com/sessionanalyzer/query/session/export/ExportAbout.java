package com.sessionanalyzer.query.session.export;

import com.sessionanalyzer.query.session.filter.Provenance;
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
 * @param asOf     the moment as they stood at, else when the newest of them was received
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

    Provenance provenance() {
        return new Provenance(query.filter(), zone(), asOf);
    }

    /** By names, in the order in which they are shown. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("organization", organization.id().value());
        facts.put("filter", provenance().filterText());
        facts.put("search", query.search());
        facts.put("sort", query.order().text());
        facts.put("columns", RowColumn.codes(columns));
        facts.put("time_zone", zone().getId());
        facts.put("as_of", provenance().asOfText());
        facts.put("position", position.toString());
        return facts;
    }
}
