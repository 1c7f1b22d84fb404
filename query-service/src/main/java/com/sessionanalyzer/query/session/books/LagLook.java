package com.sessionanalyzer.query.session.books;

import com.sessionanalyzer.query.QueryProperties;
import com.sessionanalyzer.query.kafka.KafkaClients;
import com.sessionanalyzer.query.position.PositionGate;
import com.sessionanalyzer.query.projection.ProjectionProgress;
import com.sessionanalyzer.query.session.SessionLedger;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Looks at ends and places without counting a row. */
final class LagLook implements LagWatch.Look {

    private static final Logger log = LoggerFactory.getLogger(LagLook.class);
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final Admin admin;
    private final TopicOffsets offsets;
    private final Lags lags;
    private final ProjectionProgress records;
    private final ProjectionProgress rejections;
    private final SessionLedger ledger;
    private final int partitions;

    LagLook(
            Consumer<byte[], byte[]> looking,
            KafkaClients clients,
            DataSource database,
            SessionLedger ledger,
            Clock clock,
            QueryProperties properties) {
        this.admin = clients.admin(Math.toIntExact(properties.patience().toMillis()));
        this.offsets = new TopicOffsets(admin, properties.patience());
        this.lags = new Lags(looking, offsets, clock, properties.partitions());
        this.records = new ProjectionProgress(database, SessionTopics.RECORDS, new PositionGate(1));
        this.rejections = new ProjectionProgress(database, SessionTopics.REJECTIONS, new PositionGate(1));
        this.ledger = ledger;
        this.partitions = properties.partitions();
    }

    @Override
    public LagWatch.Found now() {
        List<ConsumerLag> found =
                lags.read(ends(SessionTopics.RECORDS), ends(SessionTopics.REJECTIONS), rows(), ledger.position());
        return new LagWatch.Found(found, deadLetters());
    }

    private Map<TopicPartition, Long> ends(String topic) {
        return offsets.ends(TopicOffsets.partitions(topic, partitions));
    }

    private Lags.@Nullable Rows rows() {
        try {
            return new Lags.Rows(records.contained(), rejections.contained());
        } catch (DataAccessException away) {
            log.atDebug().addKeyValue("cause", away.toString()).log("the database does not say how far rows are");
            return null;
        }
    }

    private long deadLetters() {
        List<TopicPartition> all = TopicOffsets.partitions(SessionTopics.DEAD_LETTERS, 1);
        Map<TopicPartition, Long> begin = offsets.beginnings(all);
        return offsets.ends(all).entrySet().stream()
                .mapToLong(end -> end.getValue() - begin.getOrDefault(end.getKey(), 0L))
                .sum();
    }

    @Override
    public void close() {
        admin.close(GOODBYE);
    }
}
