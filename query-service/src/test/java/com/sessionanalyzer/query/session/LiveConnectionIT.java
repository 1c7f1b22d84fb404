package com.sessionanalyzer.query.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.testing.TestPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LiveConnectionIT {

    @Test
    void showsSignsOfLifeWhileNothingHappensAndEndsWithTheService() throws IOException {
        RunningQueryService service = RunningQueryService.start(
                "live-connection", TestPostgres.newDatabase(), "--csa.query.live-heartbeat=100ms");
        try (StreamReader reader = new StreamReader(service.port())) {
            reader.nextData();
            assertThat(reader.nextComment()).isEqualTo(": alive");
            assertThat(reader.nextComment()).isEqualTo(": alive");

            service.close();

            assertThatThrownBy(reader::nextData).hasMessage("the stream has ended");
        } finally {
            service.close();
        }
    }
}
