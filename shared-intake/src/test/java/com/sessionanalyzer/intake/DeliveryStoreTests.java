package com.sessionanalyzer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import com.sessionanalyzer.schema.intake.DeliveryKind;
import com.sessionanalyzer.schema.intake.DeliveryState;
import com.sessionanalyzer.schema.intake.IntakeLogTopics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryStoreTests {

    private static final OrganizationId ORGANIZATION = new OrganizationId("acme");
    private static final byte[] IMPORTS = DeliveryKey.prefix(ORGANIZATION, "session", DeliveryKind.IMPORT);
    private static final byte[] UNREADABLE = {1, 2, 3};

    @TempDir
    Path directory;

    private DeliveryStore store;

    @BeforeEach
    void open() {
        store = new DeliveryStore(directory.resolve("deliveries"));
        store.open("cluster");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsWhatItHasAndHowFarItCameWhenItIsOpenedAgain() {
        store.apply(List.of(entry(key(1), delivery().encode())), Map.of(0, 7L));

        store.reopen();

        assertThat(found()).containsExactly(key(1));
        assertThat(store.position(0, 0)).isEqualTo(7);
    }

    @Test
    void showsTheOthersWhenOneCannotBeRead() {
        store.apply(
                List.of(
                        entry(key(1), delivery().encode()),
                        entry(key(2), UNREADABLE),
                        entry(key(3), delivery().encode())),
                Map.of());

        assertThat(found()).containsExactly(key(1), key(3));
    }

    @Test
    void isUnavailableWhileItIsClosed() {
        store.close();

        assertThatExceptionOfType(LogUnavailableException.class).isThrownBy(this::found);
    }

    private List<DeliveryKey> found() {
        List<DeliveryKey> keys = new ArrayList<>();
        store.scan(IMPORTS, (key, delivery) -> keys.add(key));
        return keys;
    }

    private static DeliveryKey key(int number) {
        return DeliveryKey.whole(ORGANIZATION, "session", DeliveryKind.IMPORT, new UUID(0, number));
    }

    private static ConsumerRecord<byte[], byte[]> entry(DeliveryKey key, byte[] value) {
        return new ConsumerRecord<>(IntakeLogTopics.DELIVERIES, 0, 0, key.encode(), value);
    }

    private static Delivery delivery() {
        return new Delivery(
                "file.csv",
                "bulk",
                "text/csv",
                "",
                Instant.EPOCH,
                Instant.EPOCH,
                DeliveryState.COMPLETE,
                -1,
                0,
                0,
                "00",
                0,
                0,
                0,
                Map.of(),
                Position.BEGINNING);
    }
}
