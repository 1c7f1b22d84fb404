package com.sessionanalyzer.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sessionanalyzer.testing.TestInfrastructure.Kind;
import org.junit.jupiter.api.Test;

class TestInfrastructureTests {

    @Test
    void isEmbeddedUnlessAskedForContainers() {
        assertThat(TestInfrastructure.kind("")).isEqualTo(Kind.EMBEDDED);
        assertThat(TestInfrastructure.kind("embedded")).isEqualTo(Kind.EMBEDDED);
        assertThat(TestInfrastructure.kind("containers")).isEqualTo(Kind.CONTAINERS);
        assertThat(TestInfrastructure.kind("Auto")).isEqualTo(Kind.AUTO);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestInfrastructure.kind("podman"))
                .withMessage("csa.test.infrastructure must be containers, embedded or auto, was 'podman'");
    }

    @Test
    void takesItsImagesFromTheComposeFile() {
        assertThat(ContainerEngine.image("apache/kafka").asCanonicalNameString())
                .matches("apache/kafka:\\d+\\.\\d+\\.\\d+");
        assertThat(ContainerEngine.image("postgres").asCanonicalNameString()).matches("postgres:\\d+\\.\\d+");
        assertThatIllegalStateException()
                .isThrownBy(() -> ContainerEngine.image("mysql"))
                .withMessageContaining("must name one image mysql");
    }
}
