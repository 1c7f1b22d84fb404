package com.sessionanalyzer.query.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the records of a topic become rows of a table. Values are in PostgreSQL's text form. */
public interface TableMapping {

    String topic();

    String table();

    /** What is unique in the table. */
    List<String> primaryKey();

    /** The columns that a record's key gives, the primary key among them; a tombstone deletes the rows that have them. */
    List<String> keyColumns();

    /** What is kept of a row that a tombstone deletes; null when nothing is. */
    default @Nullable Remains remains() {
        return null;
    }

    /**
     * The column that grows with each version of a row, when versions of it may stand under several keys and be read in any
     * order: an older one never replaces a newer one. Null when the order of reading is the order of versions.
     */
    default @Nullable String versionColumn() {
        return null;
    }

    /** Where past versions leave their places; null when they do not, and always without a version column. */
    default @Nullable History history() {
        return null;
    }

    /** Where the content of past versions is kept; null when it is not, and always without a {@link #history()}. */
    default @Nullable Chronicle chronicle() {
        return null;
    }

    /** All columns that are written, those of the keys among them. */
    List<String> columns();

    /**
     * The values of {@link #keyColumns()}.
     *
     * @throws com.sessionanalyzer.schema.UnreadableEventException when these bytes are no key
     */
    List<String> key(byte[] key);

    /**
     * The values of {@link #columns()}.
     *
     * @throws com.sessionanalyzer.schema.UnreadableEventException when these bytes are no value, or not one of this key
     */
    List<@Nullable String> row(byte[] key, byte[] value, Place place);
}
