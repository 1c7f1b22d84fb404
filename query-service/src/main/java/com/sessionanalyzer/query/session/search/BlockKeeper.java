package com.sessionanalyzer.query.session.search;

import static java.util.Objects.requireNonNull;

import com.sessionanalyzer.schema.session.SessionTopics;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes down what blocks of rows contain, once all of a block's offsets have been read from the log, and again after rows have
 * left it. Each partition is one instance's work at a time. A search does not depend on it: blocks that are not known yet are read.
 */
public final class BlockKeeper {

    /** Blocks of a transaction. */
    private static final int STEP = 64;

    private static final String BEGIN = "insert into session_search_progress (log_partition, next_block)"
            + " select partition, 0 from projection_offset where topic = ? on conflict do nothing";
    private static final String WITH_WORK = "select o.partition from projection_offset o"
            + " left join session_search_progress p on p.log_partition = o.partition where o.topic = ?"
            + " and (p.next_block is null or p.next_block <> o.next_offset / " + BlockNumbers.SIZE
            + " or exists (select from session_search_left where block >= session_block(o.partition, 0)"
            + " and block < session_block(o.partition + 1, 0))) order by o.partition";
    private static final String LOCK =
            "select next_block from session_search_progress where log_partition = ? for update skip locked";
    private static final String READ_TO = "select next_offset from projection_offset where topic = ? and partition = ?";
    private static final String LEFT = "delete from session_search_left where block in (select distinct block"
            + " from session_search_left where block >= ? and block < ? order by block limit " + STEP
            + ") returning block";
    private static final List<String> FORGET = List.of(
            "delete from session_search_block where block >= ? and block < ?",
            "delete from session_search_left where block >= ? and block < ?");
    private static final String TEXTS = "select session_block(log_partition, log_offset) as block, search_text"
            + " from session_record where session_block(log_partition, log_offset) = any(?)"
            + " order by session_block(log_partition, log_offset)";
    private static final String WRITE = "insert into session_search_block (block, grams) values (?, ?)"
            + " on conflict (block) do update set grams = excluded.grams";
    private static final String MOVE = "update session_search_progress set next_block = ? where log_partition = ?";

    private final JdbcTemplate database;
    private final TransactionOperations transactions;

    /**
     * A keeper that does nothing by itself.
     *
     * @param transactions each statement of which sees what was committed before it
     */
    public BlockKeeper(JdbcTemplate database, TransactionOperations transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** Makes all known that can be. */
    public void keep() {
        List<Integer> partitions = database.queryForList(WITH_WORK, Integer.class, SessionTopics.RECORDS);
        if (!partitions.isEmpty()) {
            database.update(BEGIN, SessionTopics.RECORDS);
        }
        for (int partition : partitions) {
            boolean hasMore = true;
            while (hasMore) {
                hasMore = requireNonNull(transactions.execute(status -> step(partition)));
            }
        }
    }

    /** Some blocks of a partition; whether there are more. */
    private boolean step(int partition) {
        List<Long> locked = database.queryForList(LOCK, Long.class, partition);
        if (locked.isEmpty()) {
            return false;
        }
        long next = locked.get(0);
        long end = BlockNumbers.before(
                requireNonNull(database.queryForObject(READ_TO, Long.class, SessionTopics.RECORDS, partition)));
        if (end < next) {
            return beginAgain(partition);
        }
        long to = Math.min(end, next + STEP);
        long first = BlockNumbers.first(partition);
        // Blocks that are not known yet will be, without the rows that have left them.
        SortedSet<Long> left =
                new TreeSet<>(database.queryForList(LEFT, Long.class, first, BlockNumbers.first(partition + 1)));
        SortedSet<Long> blocks = new TreeSet<>(left.headSet(first + next));
        for (long block = next; block < to; block++) {
            blocks.add(first + block);
        }
        write(blocks);
        database.update(MOVE, to, partition);
        return to < end || left.size() == STEP;
    }

    /** The log is read from an earlier offset than before, because the rows are made anew. */
    private boolean beginAgain(int partition) {
        long first = BlockNumbers.first(partition);
        long end = BlockNumbers.first(partition + 1);
        FORGET.forEach(forget -> database.update(forget, first, end));
        database.update(MOVE, 0, partition);
        return true;
    }

    private void write(SortedSet<Long> blocks) {
        if (blocks.isEmpty()) {
            return;
        }
        Map<Long, int[]> contents = new TreeMap<>();
        blocks.forEach(block -> contents.put(block, new int[0]));
        Reading reading = new Reading(contents);
        database.query(
                connection -> {
                    PreparedStatement select = connection.prepareStatement(TEXTS);
                    select.setArray(1, connection.createArrayOf("int8", blocks.toArray()));
                    return select;
                },
                row -> {
                    reading.add(row.getLong("block"), row.getString("search_text"));
                });
        reading.end();
        database.batchUpdate(WRITE, new ArrayList<>(contents.entrySet()), contents.size(), (insert, content) -> {
            insert.setLong(1, content.getKey());
            insert.setObject(2, content.getValue());
        });
    }

    /** Puts together what comes block after block. */
    private static final class Reading {

        private final Map<Long, int[]> contents;
        private final Grams grams = new Grams();
        private long current = -1;

        private Reading(Map<Long, int[]> contents) {
            this.contents = contents;
        }

        private void add(long block, String text) {
            if (block != current) {
                end();
                current = block;
            }
            grams.add(text);
        }

        private void end() {
            if (current >= 0) {
                contents.put(current, grams.numbers());
                grams.clear();
            }
        }
    }
}
