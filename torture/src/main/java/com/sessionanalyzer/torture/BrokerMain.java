package com.sessionanalyzer.torture;

import com.sessionanalyzer.embedded.EmbeddedKafka;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The embedded broker as a program of its own: a directory and a port. It runs until it is killed. */
public final class BrokerMain {

    private BrokerMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
            System.out.println("Kafka listens at " + kafka.bootstrapServers());
            new CountDownLatch(1).await();
        }
    }
}
