package com.sessionanalyzer.query.session.view;

import com.sessionanalyzer.intake.RecordIds;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** The saved views, and their HTTP side. */
@Configuration(proxyBeanMethods = false)
public class ViewConfiguration {

    @Bean
    @DependsOn("entityManagerFactory")
    SavedViews savedViews(DataSource database, RecordIds ids, Clock intakeClock) {
        return new DatabaseViews(database, ids, intakeClock);
    }

    @Bean
    ViewsController viewsController(SavedViews views, Clock intakeClock) {
        return new ViewsController(views, intakeClock);
    }

    @Bean
    ViewPages viewPages(SavedViews views, Clock intakeClock) {
        return new ViewPages(views, intakeClock);
    }
}
