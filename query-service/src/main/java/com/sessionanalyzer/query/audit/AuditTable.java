package com.sessionanalyzer.query.audit;

import com.sessionanalyzer.query.projection.LogTable;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.UnreadableEventException;
import com.sessionanalyzer.schema.audit.AuditChain;
import com.sessionanalyzer.schema.audit.AuditEntry;
import com.sessionanalyzer.schema.audit.AuditTopic;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Writes the audit log into {@code audit_entry}, where each organization's entries form its {@link AuditChain}. */
final class AuditTable implements LogTable {

    private static final Logger log = LoggerFactory.getLogger(AuditTable.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String INSERT =
            "insert into audit_entry (organization, sequence, id, at, actor, domain, action, subject, facts, before, after,"
                    + " log_offset, entry, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?)";

    @Override
    public String topic() {
        return AuditTopic.NAME;
    }

    @Override
    public void append(Connection connection, Iterable<ConsumerRecord<byte[], byte[]>> records) throws SQLException {
        Map<OrganizationId, AuditChain> chains = new HashMap<>();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (ConsumerRecord<byte[], byte[]> written : records) {
                AuditEntry entry = read(written);
                if (entry != null) {
                    AuditChain before = chains.get(entry.organization());
                    AuditChain chain =
                            (before == null ? chain(connection, entry.organization()) : before).and(written.value());
                    chains.put(entry.organization(), chain);
                    bind(insert, entry, chain, written);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static AuditChain chain(Connection connection, OrganizationId organization) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select sequence, hash from audit_entry where organization = ? order by sequence desc limit 1")) {
            select.setString(1, organization.value());
            try (ResultSet last = select.executeQuery()) {
                return last.next() ? new AuditChain(last.getLong(1), last.getString(2)) : AuditChain.EMPTY;
            }
        }
    }

    private static void bind(
            PreparedStatement insert, AuditEntry entry, AuditChain chain, ConsumerRecord<byte[], byte[]> written)
            throws SQLException {
        int column = 0;
        insert.setString(++column, entry.organization().value());
        insert.setLong(++column, chain.sequence());
        insert.setObject(++column, entry.id());
        insert.setTimestamp(++column, Timestamp.from(entry.at()));
        insert.setString(++column, storable(entry.actor()));
        insert.setString(++column, storable(entry.domain()));
        insert.setString(++column, storable(entry.action()));
        insert.setString(++column, storable(entry.subject()));
        insert.setString(++column, json(entry.facts()));
        insert.setString(++column, json(entry.before()));
        insert.setString(++column, json(entry.after()));
        insert.setLong(++column, written.offset());
        insert.setBytes(++column, written.value());
        insert.setString(++column, chain.head());
    }

    private static String json(Map<String, ?> map) {
        Map<String, Object> storable = new HashMap<>();
        map.forEach(
                (name, value) -> storable.put(storable(name), value instanceof String text ? storable(text) : value));
        return JSON.writeValueAsString(storable);
    }

    /** PostgreSQL's text cannot hold NUL. */
    private static String storable(String text) {
        return text.replace('\0', '\u2400');
    }

    private static @Nullable AuditEntry read(ConsumerRecord<byte[], byte[]> written) {
        try {
            return AuditEntry.decode(written.value() == null ? new byte[0] : written.value());
        } catch (UnreadableEventException unreadable) {
            log.atError()
                    .addKeyValue("topic", written.topic())
                    .addKeyValue("offset", written.offset())
                    .log("an audit entry cannot be read, so it stands in no chain");
            return null;
        }
    }
}
