package com.sessionanalyzer.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.ingest.HttpPosts;
import com.sessionanalyzer.ingest.MemoryIngest;
import com.sessionanalyzer.intake.IntakeGauge;
import com.sessionanalyzer.intake.MemoryLog;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A service with a log in memory that records are posted to. */
@SpringBootTest(
        classes = MemoryIngest.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=ingest-service", "csa.organization.time-zone=Asia/Tokyo"})
abstract class UploadTest {

    static final String GOOD = "Customer: Acme.com\nRegion: EU\nSessions: 3\nSource: MySQL\nDestination: BQ\n";
    static final String BAD = "Customer: b\nRegion: EU\n";
    static final String FIELDS =
            "\"customer\":\"a\",\"region\":\"EU\",\"sessions\":3,\"source\":\"s\",\"destination\":\"d\"";

    @Autowired
    MemoryLog log;

    @Autowired
    IntakeGauge gauge;

    @LocalServerPort
    int port;

    HttpPosts posts;

    @BeforeEach
    void setUp() {
        posts = new HttpPosts(port);
        log.clear();
    }

    /** Other classes use the same log. */
    @AfterEach
    void openLog() {
        log.available(true);
    }

    ProducerRecord<byte[], byte[]> onlyMessage(String topic) {
        List<ProducerRecord<byte[], byte[]>> messages = log.messages(topic);
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    long rejections() {
        return gauge.of(new OrganizationId("default"), SessionTopics.DOMAIN, "api")
                .settled()
                .rejected();
    }
}
