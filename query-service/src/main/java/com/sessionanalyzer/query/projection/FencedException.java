package com.sessionanalyzer.query.projection;

import java.sql.SQLException;

/** Another reader has moved the offsets of a partition, so this one must look again where it stands. */
final class FencedException extends SQLException {

    private static final long serialVersionUID = 1L;

    FencedException(String topic, int partition) {
        super("the offsets of " + topic + "-" + partition + " were moved by another reader");
    }
}
