package com.sessionanalyzer.analytics.cube;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.cube.CubeKey;

/** A count of distinct subjects or of changes: {@code name} says which, {@code value} of what, or is empty when of all. */
public record TallyName(String name, String value) {

    CubeKey.Tally of(OrganizationId organization, int shard) {
        return new CubeKey.Tally(organization, shard, name, value);
    }
}
