package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.intake.FollowedTables;
import com.sessionanalyzer.intake.Intake;
import com.sessionanalyzer.intake.IntakeChannels;
import com.sessionanalyzer.intake.IntakeConfiguration;
import com.sessionanalyzer.intake.IntakeProperties;
import com.sessionanalyzer.intake.IntakeTopics;
import com.sessionanalyzer.intake.RecordIds;
import com.sessionanalyzer.intake.session.alias.CustomerLinkReader;
import com.sessionanalyzer.intake.session.alias.CustomerLinks;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Assembles the way in of session records. */
@Configuration(proxyBeanMethods = false)
@Import(IntakeConfiguration.class)
public class SessionIntakeConfiguration {

    @Bean
    IntakeTopics sessionIntakeTopics(IntakeProperties properties) {
        return new IntakeTopics(
                Stream.concat(SessionTopics.all(properties.partitions()).stream(), SessionTopics.decisions().stream())
                        .toList());
    }

    @Bean
    CustomerLinks customerLinks() {
        return new CustomerLinks();
    }

    @Bean
    CustomerLinkReader customerLinkReader(CustomerLinks links, ObjectProvider<FollowedTables> tables) {
        return new CustomerLinkReader(links, tables.getIfAvailable());
    }

    @Bean
    IntakeChannels sessionIntakeChannels() {
        return new IntakeChannels(
                SessionTopics.DOMAIN,
                Arrays.stream(Channel.values()).map(Channel::code).toList());
    }

    @Bean
    SessionBatches sessionBatches(IntakeProperties properties, CustomerLinks links) {
        return new SessionBatches(properties.partitions(), links);
    }

    @Bean
    SessionIntake sessionIntake(Intake intake, RecordIds ids, SessionBatches batches) {
        return new SessionIntake(intake, ids, batches);
    }
}
