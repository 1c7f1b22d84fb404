package com.sessionanalyzer.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.unit.DataSize;

class DiskRoomTests {

    private final AtomicLong free = new AtomicLong(DataSize.ofMegabytes(300).toBytes());
    private final DiskRoom room = new DiskRoom(free::get, DataSize.ofMegabytes(256));

    @Test
    void isThereWhileTheDiskHasEnough() {
        assertThat(room.hasRoom()).isTrue();
        assertThat(room.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void endsBeforeTheDiskIsFullAndComesBackWithTheSpace() {
        free.set(DataSize.ofMegabytes(255).toBytes());

        assertThat(room.hasRoom()).isFalse();
        assertThat(room.health().getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(room.health().getDetails()).containsEntry("freeBytes", free.get());

        free.set(DataSize.ofMegabytes(256).toBytes());
        assertThat(room.hasRoom()).isTrue();
    }

    @Test
    void mayBeAskedForNoneButNotForLess() {
        assertThat(new DataProperties(Path.of("data"), DataSize.ofBytes(0)).minFree())
                .isEqualTo(DataSize.ofBytes(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DataProperties(Path.of("data"), DataSize.ofBytes(-1)))
                .withMessage("csa.data.min-free must be 0B or more, was -1B");
    }
}
