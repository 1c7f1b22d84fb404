package com.sessionanalyzer.query.session;

import com.sessionanalyzer.observe.TraceParent;
import com.sessionanalyzer.query.cube.ShardEntry;
import com.sessionanalyzer.query.cube.ShardEntry.Change;
import com.sessionanalyzer.query.cube.ShardEntry.Progress;
import com.sessionanalyzer.query.cube.ShardTopic;
import com.sessionanalyzer.schema.UnreadableEventException;
import com.sessionanalyzer.schema.cube.CubeEntry;
import com.sessionanalyzer.schema.cube.CubeKey;
import com.sessionanalyzer.schema.session.CustomerEntry;
import com.sessionanalyzer.schema.session.CustomerKey;
import com.sessionanalyzer.schema.session.SessionCube;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads the two topics that analytics tells its results in. */
final class SessionCubeTopics {

    private static final int FIRST_YEAR = 0;
    private static final int LAST_YEAR = 9999;

    private SessionCubeTopics() {}

    static List<ShardTopic<SessionPart>> all() {
        return List.of(
                new ShardTopic<>(SessionTopics.CUBE, SessionCubeTopics::cube),
                new ShardTopic<>(SessionTopics.CUSTOMERS, SessionCubeTopics::customers));
    }

    private static ShardEntry<SessionPart> cube(ConsumerRecord<byte[], byte[]> entry) {
        CubeKey key = CubeKey.decode(entry.key());
        if (key.shard() != entry.partition()) {
            throw new UnreadableEventException("shard " + key.shard() + " is not that of its partition");
        }
        CubeEntry value = entry.value() == null ? null : CubeEntry.decode(entry.value());
        if (key instanceof CubeKey.Cell cell) {
            CubeEntry.Cell counts = require(value, CubeEntry.Cell.class);
            requireShape(cell, counts);
            return new Change<>(
                    cell.shard(), cell.organization(), part -> part.cells().set(cell, counts));
        }
        if (key instanceof CubeKey.Tally tally) {
            CubeEntry.Tally count = require(value, CubeEntry.Tally.class);
            return new Change<>(
                    tally.shard(), tally.organization(), part -> part.tallies().set(tally, count));
        }
        CubeEntry.Progress progress = require(value, CubeEntry.Progress.class);
        if (progress == null) {
            throw new UnreadableEventException("progress must have a value");
        }
        return new Progress<>(key.shard(), progress.offset(), progress.asOf(), TraceParent.of(entry.headers()));
    }

    private static ShardEntry<SessionPart> customers(ConsumerRecord<byte[], byte[]> entry) {
        CustomerKey key = CustomerKey.decode(entry.key());
        CustomerEntry value = entry.value() == null ? null : CustomerEntry.decode(entry.value());
        if (key instanceof CustomerKey.Customer customer) {
            CustomerEntry.Activity activity = require(value, CustomerEntry.Activity.class);
            return new Change<>(
                    entry.partition(),
                    customer.organization(),
                    part -> part.customers().set(customer.key(), activity));
        }
        if (key instanceof CustomerKey.Route route) {
            CustomerEntry.Visits visits = require(value, CustomerEntry.Visits.class);
            return new Change<>(
                    entry.partition(),
                    route.organization(),
                    part -> part.customers().set(route, visits == null ? 0 : visits.records()));
        }
        CustomerEntry.Progress progress = require(value, CustomerEntry.Progress.class);
        if (progress == null) {
            throw new UnreadableEventException("progress must have a value");
        }
        return new Progress<>(entry.partition(), progress.offset(), progress.asOf(), TraceParent.of(entry.headers()));
    }

    /** Whether it fits into columns: what does not would stop the reader, and come again after each start. */
    private static void requireShape(CubeKey.Cell key, CubeEntry.@Nullable Cell counts) {
        if (key.dimensions().size() != SessionCube.DIMENSIONS.size()) {
            throw new UnreadableEventException("a cell must have " + SessionCube.DIMENSIONS + ", had "
                    + key.dimensions().size());
        }
        if (counts != null && counts.measures().size() != SessionCube.MEASURES.size()) {
            throw new UnreadableEventException("a cell must have " + SessionCube.MEASURES + ", had "
                    + counts.measures().size());
        }
        if (key.day().getYear() < FIRST_YEAR || key.day().getYear() > LAST_YEAR) {
            throw new UnreadableEventException("a cell's day must be within years " + FIRST_YEAR + ".." + LAST_YEAR);
        }
    }

    private static <T> @Nullable T require(@Nullable Object value, Class<T> type) {
        if (value != null && !type.isInstance(value)) {
            throw new UnreadableEventException("value must be a " + type.getSimpleName() + ", was a "
                    + value.getClass().getSimpleName());
        }
        return type.cast(value);
    }
}
