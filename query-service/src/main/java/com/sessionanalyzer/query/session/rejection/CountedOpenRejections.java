package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.query.session.OpenRejections;
import com.sessionanalyzer.schema.OrganizationId;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts open rejections by their index. */
final class CountedOpenRejections implements OpenRejections {

    private static final Logger log = LoggerFactory.getLogger(CountedOpenRejections.class);

    private final JdbcClient database;

    CountedOpenRejections(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    @Override
    public int count(OrganizationId organization) {
        try {
            return database.sql("select count(*) from (select from session_rejection where organization = :organization"
                            + " and settlement is null limit :most) found")
                    .param("organization", organization.value())
                    .param("most", MOST)
                    .query(Integer.class)
                    .single();
        } catch (DataAccessException away) {
            log.atWarn().addKeyValue("cause", away.toString()).log("open rejections cannot be counted");
            return 0;
        }
    }
}
