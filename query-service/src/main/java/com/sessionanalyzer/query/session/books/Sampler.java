package com.sessionanalyzer.query.session.books;

import com.sessionanalyzer.query.projection.ProjectionProgress.Contained;
import com.sessionanalyzer.query.session.LedgerCounts;
import com.sessionanalyzer.query.session.SessionLedger;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Looks at the three places in the order that makes them comparable, as {@link Sample} says. */
final class Sampler {

    private static final Logger log = LoggerFactory.getLogger(Sampler.class);

    private final CountsReader counts;
    private final TopicOffsets offsets;
    private final TableSampler tables;
    private final SessionLedger ledger;
    private final LastRecords lastRecords;
    private final Lags lags;
    private final Clock clock;
    private final int partitions;
    private final Duration patience;

    Sampler(
            CountsReader counts,
            TopicOffsets offsets,
            TableSampler tables,
            SessionLedger ledger,
            LastRecords lastRecords,
            Lags lags,
            Clock clock,
            int partitions,
            Duration patience) {
        this.counts = counts;
        this.offsets = offsets;
        this.tables = tables;
        this.ledger = ledger;
        this.lastRecords = lastRecords;
        this.lags = lags;
        this.clock = clock;
        this.partitions = partitions;
        this.patience = patience;
    }

    Sample sample() {
        CountTotals before = counts.read(patience);
        Map<TopicPartition, Long> recordEnds = offsets.ends(TopicOffsets.partitions(SessionTopics.RECORDS, partitions));
        Map<TopicPartition, Long> rejectionEnds =
                offsets.ends(TopicOffsets.partitions(SessionTopics.REJECTIONS, partitions));
        TableCounts rows = rowsAfter(TopicOffsets.before(recordEnds), TopicOffsets.before(rejectionEnds));
        Sample.Reached reached = reached(rows, recordEnds, rejectionEnds);
        Map<OrganizationId, LedgerCounts> ledgers = ledgers(before, rows);
        CountTotals after = counts.read(patience);
        return new Sample(
                clock.instant(),
                before,
                rows,
                ledgers,
                after,
                reached,
                lags.read(recordEnds, rejectionEnds, contained(rows), counted(ledgers)),
                counts.deadLetters());
    }

    private @Nullable TableCounts rowsAfter(Position recordsEnd, Position rejectionsEnd) {
        try {
            tables.await(recordsEnd, rejectionsEnd, patience);
            return tables.read();
        } catch (SQLException | DataAccessException away) {
            log.atWarn().addKeyValue("cause", away.toString()).log("the rows cannot be counted");
            return null;
        }
    }

    private Sample.Reached reached(
            @Nullable TableCounts rows, Map<TopicPartition, Long> recordEnds, Map<TopicPartition, Long> rejectionEnds) {
        boolean records = rows != null && rows.records().position().contains(TopicOffsets.before(recordEnds));
        boolean rejections = rows != null && rows.rejections().position().contains(TopicOffsets.before(rejectionEnds));
        Position last =
                rows != null && records ? rows.records().records() : lastRecords.before(recordEnds, ledger.position());
        return new Sample.Reached(last != null && ledger.await(last, patience), records, rejections);
    }

    private static @Nullable Position counted(Map<OrganizationId, LedgerCounts> ledgers) {
        return ledgers.values().stream()
                .map(LedgerCounts::position)
                .reduce(Position::and)
                .orElse(null);
    }

    private static Lags.@Nullable Rows contained(@Nullable TableCounts rows) {
        if (rows == null) {
            return null;
        }
        Contained records = rows.records();
        return new Lags.Rows(records, rows.rejections());
    }

    private Map<OrganizationId, LedgerCounts> ledgers(@Nullable CountTotals totals, @Nullable TableCounts rows) {
        Set<OrganizationId> organizations = new HashSet<>();
        if (totals != null) {
            organizations.addAll(totals.organizations());
        }
        if (rows != null) {
            organizations.addAll(rows.organizations());
        }
        Map<OrganizationId, LedgerCounts> ledgers = new HashMap<>();
        organizations.forEach(organization -> ledgers.put(organization, ledger.counts(organization)));
        return ledgers;
    }
}
