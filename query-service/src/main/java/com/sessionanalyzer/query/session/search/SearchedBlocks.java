package com.sessionanalyzer.query.session.search;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Which blocks can have rows that a search finds, for the one transaction that reads these rows: a page is asked for more than once. */
public final class SearchedBlocks {

    private static final String PROGRESS = "select o.partition, o.next_offset, coalesce(p.next_block, 0) as next_block"
            + " from projection_offset o left join session_search_progress p on p.log_partition = o.partition"
            + " where o.topic = 'session-records'";
    private static final String CANDIDATES =
            "select block from session_search_block where grams @> cast(:grams as integer[])";

    private final EntityManager entities;
    private final Map<SearchText, Optional<long[]>> answered = new HashMap<>();

    public SearchedBlocks(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The numbers of all blocks that must be read, in any order; nothing when that would be most of them, or the search does
     * not say enough to tell.
     */
    public Optional<long[]> of(SearchText search) {
        return answered.computeIfAbsent(search, this::ask);
    }

    private Optional<long[]> ask(SearchText search) {
        Grams grams = search.grams();
        if (grams.isEmpty()) {
            return Optional.empty();
        }
        LongStream.Builder unknown = LongStream.builder();
        long all = 0;
        long open = 0;
        for (Object row : entities.createNativeQuery(PROGRESS, Tuple.class).getResultList()) {
            Tuple partition = (Tuple) row;
            long first = BlockNumbers.first(number(partition, "partition").intValue());
            long known = number(partition, "next_block").longValue();
            long end = BlockNumbers.begunBefore(number(partition, "next_offset").longValue());
            LongStream.range(known, end).forEach(block -> unknown.add(first + block));
            all += end;
            open += Math.max(0, end - known);
        }
        long most = all / 2 - open;
        return most < 0
                ? Optional.empty()
                : candidates(grams, most)
                        .map(found -> LongStream.concat(found, unknown.build()).toArray());
    }

    private Optional<LongStream> candidates(Grams grams, long most) {
        Query asking = entities.createNativeQuery(CANDIDATES + " limit " + (most + 1), Long.class);
        asking.setParameter(
                "grams",
                IntStream.of(grams.numbers()).mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}")));
        LongStream.Builder blocks = LongStream.builder();
        long found = 0;
        for (Object block : asking.getResultList()) {
            blocks.add((Long) block);
            found++;
        }
        return found > most ? Optional.empty() : Optional.of(blocks.build());
    }

    private static Number number(Tuple row, String name) {
        return (Number) row.get(name);
    }
}
