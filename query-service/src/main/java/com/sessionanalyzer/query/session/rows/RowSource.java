package com.sessionanalyzer.query.session.rows;

import com.sessionanalyzer.query.session.search.SearchedBlocks;
import com.sessionanalyzer.schema.OrganizationId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rows that a question means, as SQL for what follows {@code from}: a table called {@code session_record} and its
 * conditions, to which more can be added with {@code and}.
 *
 * @param sql        with named parameters
 * @param parameters their values
 */
record RowSource(String sql, Map<String, Object> parameters) {

    private static final String BLOCKS =
            " and session_block(log_partition, log_offset) = any(cast(:blocks as bigint[]))";

    RowSource {
        parameters = Map.copyOf(parameters);
    }

    /** In the transaction that reads them, since a search is told where to look. */
    static RowSource of(SearchedBlocks searched, OrganizationId organization, SessionQuery query) {
        RowConditions conditions = query.conditions(organization);
        Optional<long[]> blocks = query.search().isEmpty() ? Optional.empty() : searched.of(query.searched());
        return blocks.map(numbers -> in(numbers, conditions))
                .orElseGet(() -> new RowSource("session_record where " + conditions.sql(), conditions.parameters()));
    }

    /** The offset keeps the database from reading rows in the order asked for until it finds enough, which may be never. */
    private static RowSource in(long[] blocks, RowConditions conditions) {
        Map<String, Object> parameters = new HashMap<>(conditions.parameters());
        parameters.put(
                "blocks", Arrays.stream(blocks).mapToObj(Long::toString).collect(Collectors.joining(",", "{", "}")));
        return new RowSource(
                "(select * from session_record where " + conditions.sql() + BLOCKS
                        + " offset 0) session_record where true",
                parameters);
    }
}
