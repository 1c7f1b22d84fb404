package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.CustomerName;
import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.HighlightType;
import com.sessionanalyzer.schema.session.Origin;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records and rejections as their rows have them, whole, for what is to be changed. */
final class StoredSessions {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient database;

    StoredSessions(JdbcClient database) {
        this.database = database;
    }

    Optional<SessionRecord> find(OrganizationId organization, UUID id) {
        return database.sql("select * from session_record where organization = ? and id = ?")
                .param(organization.value())
                .param(id)
                .query((row, number) -> record(row))
                .optional();
    }

    /** Records of a customer. */
    long count(OrganizationId organization, String customerKey) {
        return database.sql("select count(*) from session_record where organization = ? and customer_key = ?")
                .param(organization.value())
                .param(customerKey)
                .query(Long.class)
                .single();
    }

    /** Versions of a customer's records that are kept though they are not what the records say now. */
    long countPast(OrganizationId organization, String customerKey) {
        return database.sql("select count(*) from session_history where organization = ? and customer_key = ?")
                .param(organization.value())
                .param(customerKey)
                .query(Long.class)
                .single();
    }

    /** Records of a customer by id, from the one after this, at most so many. */
    List<SessionRecord> of(OrganizationId organization, String customerKey, @Nullable UUID after, int limit) {
        return database.sql("select * from session_record where organization = ? and customer_key = ? and id > ?"
                        + " order by id limit ?")
                .param(organization.value())
                .param(customerKey)
                .param(after == null ? BEFORE_ALL : after)
                .param(limit)
                .query((row, number) -> record(row))
                .list();
    }

    /** How the records of a customer spell its name, each spelling once. */
    List<String> spellings(OrganizationId organization, String customerKey) {
        return database.sql("select distinct customer from session_record where organization = ? and customer_key = ?")
                .param(organization.value())
                .param(customerKey)
                .query(String.class)
                .list();
    }

    /** Records of a customer that spell its name in one of these ways by id, from the one after this, at most so many. */
    List<SessionRecord> spelled(
            OrganizationId organization, String customerKey, List<String> spellings, @Nullable UUID after, int limit) {
        return database.sql("select * from session_record where organization = :organization"
                        + " and customer_key = :customer and customer in (:spellings) and id > :after"
                        + " order by id limit :limit")
                .param("organization", organization.value())
                .param("customer", customerKey)
                .param("spellings", spellings)
                .param("after", after == null ? BEFORE_ALL : after)
                .param("limit", limit)
                .query((row, number) -> record(row))
                .list();
    }

    /** Rejections whose text names a customer, and those that became a record of it. */
    long countRejections(OrganizationId organization, String customerKey, List<String> names) {
        return database.sql("select count(*) from session_rejection where organization = :organization"
                        + " and (customer_key in (:names) or id in (select rejection from session_record"
                        + " where organization = :organization and customer_key = :customer))")
                .param("organization", organization.value())
                .param("customer", customerKey)
                .param("names", names)
                .query(Long.class)
                .single();
    }

    /** Rejections whose text names a customer by id, from the one after this, at most so many. */
    List<Rejected> rejectionsOf(OrganizationId organization, List<String> names, @Nullable UUID after, int limit) {
        return database.sql("select id, channel from session_rejection where organization = :organization"
                        + " and customer_key in (:names) and id > :after order by id limit :limit")
                .param("organization", organization.value())
                .param("names", names)
                .param("after", after == null ? BEFORE_ALL : after)
                .param("limit", limit)
                .query(StoredSessions::rejected)
                .list();
    }

    /** Those of some rejections whose text does not name the customer. */
    List<Rejected> rejectionsNamingOthers(OrganizationId organization, List<String> names, Set<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.sql(
                                "select id, channel from session_rejection where organization = :organization"
                                        + " and (customer_key is null or customer_key not in (:names)) and id in (:ids) order by id")
                        .param("organization", organization.value())
                        .param("names", names)
                        .param("ids", ids)
                        .query(StoredSessions::rejected)
                        .list();
    }

    /** A rejection that is to go. */
    record Rejected(UUID id, String channel) {}

    private static Rejected rejected(ResultSet row, int number) throws SQLException {
        return new Rejected(row.getObject("id", UUID.class), row.getString("channel"));
    }

    private static SessionRecord record(ResultSet row) throws SQLException {
        return new SessionRecord(
                new OrganizationId(row.getString("organization")),
                row.getObject("id", UUID.class),
                new CustomerName(row.getString("customer"), row.getString("customer_key")),
                row.getString("region"),
                row.getInt("sessions"),
                row.getString("source"),
                row.getString("destination"),
                row.getObject("minutes", Integer.class),
                row.getString("observation"),
                highlight(row),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                row.getObject("local_day", LocalDate.class),
                origin(row),
                row.getInt("revision"));
    }

    private static @Nullable Highlight highlight(ResultSet row) throws SQLException {
        String type = row.getString("highlight_type");
        return type == null
                ? null
                : new Highlight(
                        HighlightType.of(type).orElseThrow(),
                        row.getString("highlight_url"),
                        row.getString("highlight_details"));
    }

    private static Origin origin(ResultSet row) throws SQLException {
        return new Origin(
                Channel.ofCode(row.getString("channel")),
                row.getString("sender"),
                row.getObject("delivery", UUID.class),
                row.getInt("line"),
                row.getObject("rejection", UUID.class));
    }
}
