package com.sessionanalyzer.query.projection;

import java.util.List;

/**
 * Where the content of versions that are not the row any more is kept, with when each ended by the time of the log. Only of a
 * mapping with a version column and a {@link History}, whose place it uses.
 *
 * @param table    that keeps the columns and the end, by primary key, partition and offset
 * @param columns  that are kept of a version, those of the key and of the place among them
 * @param until    the column for when a version ended: it is not meant from then on
 * @param subject  the columns that say whose content it is; an erasure takes all of a subject's past
 * @param erasures the table that keeps, by primary key, up to when a record was erased: {@code erased_at}
 */
public record Chronicle(String table, List<String> columns, String until, List<String> subject, String erasures) {}
