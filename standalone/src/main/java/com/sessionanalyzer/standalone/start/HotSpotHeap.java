package com.sessionanalyzer.standalone.start;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/** The heap of this process. */
final class HotSpotHeap implements Heap {

    /** Percent of the heap that are free after a collection, at least and at most. */
    private static final String LEAST_FREE = "MinHeapFreeRatio";

    private static final String MOST_FREE = "MaxHeapFreeRatio";

    @Override
    public long committed() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
    }

    @Override
    public long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    /** Little is free for this collection alone: after those of busy times there is to be room. */
    @Override
    public void shrink() {
        HotSpotDiagnosticMXBean options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        String least = options.getVMOption(LEAST_FREE).getValue();
        String most = options.getVMOption(MOST_FREE).getValue();
        try {
            options.setVMOption(LEAST_FREE, "5");
            options.setVMOption(MOST_FREE, "10");
            ManagementFactory.getMemoryMXBean().gc();
        } finally {
            options.setVMOption(MOST_FREE, most);
            options.setVMOption(LEAST_FREE, least);
        }
    }
}
