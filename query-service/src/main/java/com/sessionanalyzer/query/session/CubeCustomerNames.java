package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.cube.LiveCube;
import com.sessionanalyzer.query.session.rows.CustomerNames;
import com.sessionanalyzer.schema.OrganizationId;
import java.util.function.Function;

/** The spellings that the cube knows. */
record CubeCustomerNames(LiveCube<SessionPart> cube) implements CustomerNames {

    @Override
    public <R> R ask(OrganizationId organization, Function<Spellings, R> question) {
        return cube.ask(organization, edition -> question.apply(edition.part().customers()::displayName));
    }
}
