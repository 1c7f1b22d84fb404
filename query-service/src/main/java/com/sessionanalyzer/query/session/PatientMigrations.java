package com.sessionanalyzer.query.session;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Lets a migration take its time: an index over millions of rows needs longer than a question may. */
final class PatientMigrations extends BaseCallback {

    private static final int FOR_EVER = 0;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            context.getConnection().setNetworkTimeout(Runnable::run, FOR_EVER);
        } catch (SQLException failed) {
            throw new FlywayException("the connection does not wait for migrations", failed);
        }
    }
}
