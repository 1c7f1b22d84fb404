package com.sessionanalyzer.query.session.view;

import com.sessionanalyzer.intake.RecordIds;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.request.ApiParameters;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.security.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Views in {@code saved_view}. */
final class DatabaseViews implements SavedViews {

    /** Of a person. */
    static final int MOST = 200;

    private static final Logger log = LoggerFactory.getLogger(DatabaseViews.class);
    private static final String OWN = " where organization = :organization and owner = :owner";

    private final JdbcClient database;
    private final RecordIds ids;
    private final Clock clock;

    DatabaseViews(DataSource database, RecordIds ids, Clock clock) {
        this.database = JdbcClient.create(database);
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<SavedView> all(OrganizationId organization, Actor owner) {
        return answerable(() -> database.sql("select * from saved_view" + OWN + " order by lower(name), id")
                .param("organization", organization.value())
                .param("owner", owner.name())
                .query(DatabaseViews::read)
                .list());
    }

    @Override
    public Optional<SavedView> find(OrganizationId organization, UUID id) {
        return answerable(() -> database.sql("select * from saved_view where organization = :organization and id = :id")
                .param("organization", organization.value())
                .param("id", id)
                .query(DatabaseViews::read)
                .optional());
    }

    @Override
    public SavedView create(OrganizationId organization, Actor owner, ViewContent content) {
        if (all(organization, owner).size() >= MOST) {
            throw ApiParameters.wrong(
                    "name", "must not be one more than the " + MOST + " views that a person can have");
        }
        return named(
                content,
                () -> database.sql("insert into saved_view"
                                + " (organization, id, owner, name, query, created_at, updated_at)"
                                + " values (:organization, :id, :owner, :name, :query, :now, :now) returning *")
                        .param("organization", organization.value())
                        .param("id", ids.next())
                        .param("owner", owner.name())
                        .param("name", content.name())
                        .param("query", content.query())
                        .param("now", Timestamp.from(clock.instant()))
                        .query(DatabaseViews::read)
                        .single());
    }

    @Override
    public Optional<SavedView> change(OrganizationId organization, Actor owner, UUID id, ViewContent content) {
        return named(
                content,
                () -> database.sql("update saved_view set name = :name, query = :query, updated_at = :now" + OWN
                                + " and id = :id returning *")
                        .param("name", content.name())
                        .param("query", content.query())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("organization", organization.value())
                        .param("owner", owner.name())
                        .param("id", id)
                        .query(DatabaseViews::read)
                        .optional());
    }

    @Override
    public boolean delete(OrganizationId organization, Actor owner, UUID id) {
        return answerable(() -> database.sql("delete from saved_view" + OWN + " and id = :id")
                        .param("organization", organization.value())
                        .param("owner", owner.name())
                        .param("id", id)
                        .update())
                > 0;
    }

    private static SavedView read(ResultSet row, int number) throws SQLException {
        return new SavedView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("query"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    private static <T> T named(ViewContent content, Supplier<T> change) {
        try {
            return answerable(change);
        } catch (DuplicateKeyException taken) {
            throw ApiParameters.wrong("name", "must not be '" + content.name() + "', which another view of yours has");
        }
    }

    private static <T> T answerable(Supplier<T> question) {
        try {
            return question.get();
        } catch (DuplicateKeyException taken) {
            throw taken;
        } catch (DataAccessException away) {
            log.atWarn().addKeyValue("cause", away.toString()).log("the database did not answer");
            throw ProblemException.of(
                    ProblemType.UNAVAILABLE,
                    "The saved views cannot be reached at the moment, because the database is away.");
        }
    }
}
