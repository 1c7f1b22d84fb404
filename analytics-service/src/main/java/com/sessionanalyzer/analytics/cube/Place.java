package com.sessionanalyzer.analytics.cube;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.cube.CubeKey;
import java.time.LocalDate;
import java.util.List;

/** The cell a record counts in: organization, local day and one value per dimension, in the domain's order. */
public record Place(OrganizationId organization, LocalDate day, List<String> dimensions) {

    CubeKey.Cell in(int shard) {
        return new CubeKey.Cell(organization, shard, day, dimensions);
    }
}
