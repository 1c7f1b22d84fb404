package com.sessionanalyzer.embedded;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.BrokerRegistration;

/**
 * Watches the cluster's metadata until a broker has no session.
 *
 * @param id     of the broker
 * @param fenced completes then
 */
record FencedBroker(int id, CompletableFuture<Void> fenced) implements MetadataPublisher {

    @Override
    public String name() {
        return "FencedBroker";
    }

    @Override
    public void close() {}

    @Override
    public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
        BrokerRegistration broker = image.cluster().broker(id);
        if (broker == null || broker.fenced()) {
            fenced.complete(null);
        }
    }
}
