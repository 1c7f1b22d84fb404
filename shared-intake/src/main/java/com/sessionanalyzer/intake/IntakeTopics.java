package com.sessionanalyzer.intake;

import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * What a domain needs of the log.
 *
 * @param topics    that must be there
 * @param published names of those that the intake publishes to
 */
public record IntakeTopics(List<NewTopic> topics, List<String> published) {}
