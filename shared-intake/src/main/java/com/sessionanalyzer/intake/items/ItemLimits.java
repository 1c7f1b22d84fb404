package com.sessionanalyzer.intake.items;

/**
 * What reading a stream may take of memory.
 *
 * @param chunkBytes after which a chunk is complete; an item larger than that is a chunk of its own
 * @param chunkItems after which a chunk is complete
 * @param maxItem    bytes of an item that are kept; what is longer is a fault
 */
public record ItemLimits(int chunkBytes, int chunkItems, int maxItem) {

    public static final ItemLimits DEFAULT = new ItemLimits(256 << 10, 2_000, 1 << 20);

    public ItemLimits {
        if (chunkBytes < 1 || chunkItems < 1 || maxItem < 1) {
            throw new IllegalArgumentException("limits of items must be positive");
        }
    }
}
