package com.sessionanalyzer.query.session.export;

import com.sessionanalyzer.query.session.rows.SessionView;
import java.io.IOException;

/** Writes records into a file, one after the other; without its end it is recognizably broken or cut off by the connection. */
interface RowFile {

    void begin() throws IOException;

    void add(SessionView record) throws IOException;

    /** Writes what is only written when nothing is missing. */
    void end(long records) throws IOException;
}
