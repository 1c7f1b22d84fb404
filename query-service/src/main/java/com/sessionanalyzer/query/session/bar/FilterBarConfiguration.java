package com.sessionanalyzer.query.session.bar;

import com.sessionanalyzer.query.session.InsightsReader;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The filter bar of the pages. */
@Configuration(proxyBeanMethods = false)
public class FilterBarConfiguration {

    @Bean
    FilterBars filterBars(InsightsReader insights, Clock intakeClock) {
        return new FilterBars(insights, intakeClock);
    }
}
