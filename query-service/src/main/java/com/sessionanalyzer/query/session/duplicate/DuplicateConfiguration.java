package com.sessionanalyzer.query.session.duplicate;

import com.sessionanalyzer.intake.session.alias.CustomerLinks;
import com.sessionanalyzer.intake.session.alias.EarlierReviews;
import com.sessionanalyzer.intake.session.alias.EarlierReviews.Earlier;
import com.sessionanalyzer.query.session.CustomerSnapshots;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds customers that are likely the same, and says so over HTTP. */
@Configuration(proxyBeanMethods = false)
public class DuplicateConfiguration {

    @Bean
    LikelyDuplicates likelyDuplicates(CustomerSnapshots customers, CustomerLinks links) {
        return new LikelyDuplicates(customers, links);
    }

    @Bean
    EarlierReviews earlierReviews(CustomerSnapshots customers, CustomerLinks links) {
        return (organization, name) -> customers
                .find(organization, links.of(organization, name).key())
                .map(known -> new Earlier(known.displayName(), known.records(), known.last()))
                .orElse(null);
    }

    @Bean
    LikelyController likelyController(
            LikelyDuplicates likely, CustomerSnapshots customers, CustomerLinks links, DataSource database) {
        LastReviews reviews = new LastReviews(JdbcClient.create(database));
        return new LikelyController(likely, new CustomerHints(customers, links, likely, reviews));
    }
}
