package com.sessionanalyzer.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class HotSpotHeapTests {

    private final HotSpotHeap heap = new HotSpotHeap();

    @Test
    void collectsAndLeavesTheOptionsAsTheyWere() {
        List<String> before = ratios();
        long collections = heap.collections();

        heap.shrink();

        assertThat(heap.collections()).isGreaterThan(collections);
        assertThat(heap.committed()).isPositive();
        assertThat(ratios()).isEqualTo(before);
    }

    private static List<String> ratios() {
        HotSpotDiagnosticMXBean options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        return List.of(
                options.getVMOption("MinHeapFreeRatio").getValue(),
                options.getVMOption("MaxHeapFreeRatio").getValue());
    }
}
