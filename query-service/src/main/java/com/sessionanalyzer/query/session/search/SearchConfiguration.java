package com.sessionanalyzer.query.session.search;

import com.sessionanalyzer.query.QueryProperties;
import com.sessionanalyzer.query.projection.ProjectionTable;
import com.sessionanalyzer.query.projection.Upkeep;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what blocks of rows contain. */
@Configuration(proxyBeanMethods = false)
public class SearchConfiguration {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /** After the projections, which have found that the database is the one of this log. */
    @Bean
    Upkeep searchBlocksUpkeep(
            ProjectionTable projections,
            DataSource database,
            PlatformTransactionManager transactions,
            QueryProperties properties) {
        BlockKeeper keeper = new BlockKeeper(new JdbcTemplate(database), new TransactionTemplate(transactions));
        return new Upkeep(
                "session-search-blocks",
                () -> {
                    keeper.keep();
                    return true;
                },
                INTERVAL,
                properties.retry());
    }
}
