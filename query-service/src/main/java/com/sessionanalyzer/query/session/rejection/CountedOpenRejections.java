package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.query.session.OpenRejections;
import com.sessionanalyzer.schema.OrganizationId;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts open rejections by their index. */
final class CountedOpenRejections implements OpenRejections {

    private final JdbcClient database;

    CountedOpenRejections(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    @Override
    public int count(OrganizationId organization) {
        return database.sql("select count(*) from (select from session_rejection where organization = :organization"
                        + " and settlement is null limit :most) found")
                .param("organization", organization.value())
                .param("most", MOST)
                .query(Integer.class)
                .single();
    }
}
