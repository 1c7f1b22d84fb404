package com.sessionanalyzer.schema.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditChainTests {

    @Test
    void isTheDigestOfTheLinkBeforeAndTheEntry() {
        AuditChain first = AuditChain.EMPTY.and("abc".getBytes(UTF_8));

        // (head -c 32 /dev/zero; printf abc) | sha256sum
        assertThat(first)
                .isEqualTo(new AuditChain(1, "365aa7d8f7f9402c4b9434502b4cc89ddb09fe50d7cd95b493b834c62d5a5370"));
    }

    @Test
    void differsWithEveryEntryAndTheirOrder() {
        AuditChain chain = chain("one", "two", "three");

        assertThat(chain.sequence()).isEqualTo(3);
        assertThat(chain).isEqualTo(chain("one", "two", "three"));
        assertThat(chain.head())
                .isNotEqualTo(chain("two", "one", "three").head())
                .isNotEqualTo(chain("one", "twO", "three").head())
                .isNotEqualTo(chain("onetwo", "three").head());
    }

    private static AuditChain chain(String... entries) {
        AuditChain chain = AuditChain.EMPTY;
        for (String entry : entries) {
            chain = chain.and(entry.getBytes(UTF_8));
        }
        return chain;
    }
}
