package com.sessionanalyzer.query.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import javax.sql.DataSource;

/** The database's side of all projections, which belongs to one Kafka cluster: its offsets mean nothing in another. */
public final class ProjectionTable {

    private final DataSource database;
    private final String clusterId;
    private final ProjectionMeters meters;
    private final Map<String, ProjectionStatus> statuses = new ConcurrentSkipListMap<>();

    /**
     * @throws IllegalStateException when the database was filled from another cluster
     */
    public ProjectionTable(DataSource database, String clusterId) {
        this(database, clusterId, ProjectionMeters.none());
    }

    /**
     * @throws IllegalStateException when the database was filled from another cluster
     */
    public ProjectionTable(DataSource database, String clusterId, ProjectionMeters meters) {
        this.database = database;
        this.meters = meters;
        this.clusterId = clusterId;
        requireSameCluster();
    }

    Batches writer(TableMapping mapping) {
        OffsetStore offsets = new OffsetStore(mapping.topic(), clusterId);
        TableWriter table = new TableWriter(database, mapping, offsets, meters.copies(mapping.topic()));
        return meters.observed(mapping.topic(), new BatchWriter(new RowReader(mapping), table, offsets));
    }

    Batches writer(LogTable log) {
        return meters.observed(
                log.topic(), new LogBatches(log, new Transactions(database), new OffsetStore(log.topic(), clusterId)));
    }

    ProjectionStatus status(String topic) {
        return statuses.computeIfAbsent(topic, name -> new ProjectionStatus());
    }

    Map<String, ProjectionStatus> statuses() {
        return Collections.unmodifiableMap(statuses);
    }

    private void requireSameCluster() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select cluster_id from projection_offset where cluster_id <> ? limit 1")) {
            select.setString(1, clusterId);
            try (ResultSet others = select.executeQuery()) {
                if (others.next()) {
                    throw new IllegalStateException("the database was filled from Kafka cluster " + others.getString(1)
                            + ", but spring.kafka.bootstrap-servers leads to cluster " + clusterId
                            + "; connect to the matching one, or use an empty database, which is then filled anew");
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the database cannot say from which Kafka cluster it was filled", failed);
        }
    }
}
