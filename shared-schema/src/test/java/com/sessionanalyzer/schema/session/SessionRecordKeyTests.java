package com.sessionanalyzer.schema.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.UnreadableEventException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionRecordKeyTests {

    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final UUID ID = new UUID(7, 8);

    @Test
    void readsWhatItWrites() {
        SessionRecordKey key = new SessionRecordKey(ACME, "shop/éa", ID);

        assertThat(SessionRecordKey.decode(key.encode())).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.com", "shop/éa", "a.con", "a.co"})
    void knowsItsKeyWithoutDecodingIt(String customer) {
        byte[] bytes = SessionRecordKey.encode(
                ("acme\t" + customer + "\t").getBytes(UTF_8), new UUID(0xfedcba9876543210L, 0x0123456789abcdefL));

        assertThat(isKeyOf("acme", customer, bytes)).isTrue();
        assertThat(isKeyOf("acme", "b.com", bytes)).isFalse();
        assertThat(isKeyOf("acne", customer, bytes)).isFalse();
        bytes[bytes.length - 1]++;
        assertThat(isKeyOf("acme", customer, bytes)).isFalse();
    }

    private static boolean isKeyOf(String organization, String customer, byte[] bytes) {
        UUID id = new UUID(0xfedcba9876543210L, 0x0123456789abcdefL);
        return SessionRecordKey.isKeyOf(new OrganizationId(organization), customer, id, bytes);
    }

    @Test
    void keepsACustomerInOnePartition() {
        SessionRecordKey one = new SessionRecordKey(ACME, "a.com", new UUID(1, 1));
        SessionRecordKey other = new SessionRecordKey(ACME, "a.com", new UUID(2, 2));

        assertThat(one.partition(1000)).isEqualTo(other.partition(1000));
    }

    @Test
    void spreadsCustomersAndOrganizations() {
        SessionRecordKey key = new SessionRecordKey(ACME, "a.com", ID);

        assertThat(new SessionRecordKey(ACME, "b.com", ID).partition(1 << 20)).isNotEqualTo(key.partition(1 << 20));
        assertThat(new SessionRecordKey(new OrganizationId("beta"), "a.com", ID).partition(1 << 20))
                .isNotEqualTo(key.partition(1 << 20));
    }

    @Test
    void beginsWithTheCustomerAlone() {
        String key = new String(new SessionRecordKey(ACME, "a.com", ID).encode(), UTF_8);

        assertThat(key).startsWith(new String(SessionRecordKey.customerPrefix(ACME, "a.com"), UTF_8));
        assertThat(key).doesNotStartWith(new String(SessionRecordKey.customerPrefix(ACME, "a.co"), UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acme",
                "acme\ta.com",
                "acme\ta.com\tno-uuid",
                "ACME!\ta\t" + "00000000-0000-0007-0000-000000000008",
                "acme\ta\t0-0-7-0-8"
            })
    void refusesWhatIsNoKey(String text) {
        assertThatThrownBy(() -> SessionRecordKey.decode(text.getBytes(UTF_8)))
                .isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void refusesACustomerThatWouldBreakTheKey() {
        assertThatThrownBy(() -> new SessionRecordKey(ACME, "a\tb", ID).encode())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
