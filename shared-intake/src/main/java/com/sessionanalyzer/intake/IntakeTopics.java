package com.sessionanalyzer.intake;

import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;

/** What a domain needs of the log: topics that must be there. */
public record IntakeTopics(List<NewTopic> topics) {}
