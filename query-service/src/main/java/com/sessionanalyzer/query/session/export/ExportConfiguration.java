package com.sessionanalyzer.query.session.export;

import com.sessionanalyzer.query.QueryProperties;
import com.sessionanalyzer.query.session.asof.PastStream;
import com.sessionanalyzer.query.session.rows.RowStream;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Records as files. */
@Configuration(proxyBeanMethods = false)
public class ExportConfiguration {

    @Bean
    ExportController exportController(RowStream rows, PastStream past, QueryProperties properties, Clock intakeClock) {
        return new ExportController(rows, past, new ExportPlaces(properties.exports()), intakeClock);
    }
}
