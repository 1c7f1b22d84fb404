package com.sessionanalyzer.testing;

import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the tests' broker and database come from: {@code -Dcsa.test.infrastructure=containers|embedded|auto}. */
final class TestInfrastructure {

    static final String SETTING = "csa.test.infrastructure";

    private static final Logger LOG = LoggerFactory.getLogger(TestInfrastructure.class);
    private static final Kind CHOSEN = choose(System.getProperty(SETTING, ""));

    private TestInfrastructure() {}

    /** What a run may be told. */
    enum Kind {
        EMBEDDED,
        CONTAINERS,
        AUTO
    }

    static KafkaServer kafka(Path directory) {
        return CHOSEN == Kind.CONTAINERS ? ContainerKafka.start() : EmbeddedKafkaServer.start(directory);
    }

    static DatabaseServer database(Path directory) {
        return CHOSEN == Kind.CONTAINERS ? ContainerDatabase.start() : EmbeddedDatabaseServer.start(directory);
    }

    /** What the setting means; nothing said is embedded, since that works everywhere. */
    static Kind kind(String setting) {
        if (setting.isBlank()) {
            return Kind.EMBEDDED;
        }
        try {
            return Kind.valueOf(setting.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    SETTING + " must be containers, embedded or auto, was '" + setting + "'", unknown);
        }
    }

    private static Kind choose(String setting) {
        Kind asked = kind(setting);
        Kind chosen = asked == Kind.AUTO ? present() : asked;
        LOG.atInfo().addKeyValue("infrastructure", chosen).log("the broker and the database of these tests");
        return chosen;
    }

    private static Kind present() {
        return ContainerEngine.isPresent() ? Kind.CONTAINERS : Kind.EMBEDDED;
    }
}
