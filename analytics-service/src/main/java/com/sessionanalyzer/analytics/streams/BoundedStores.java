package com.sessionanalyzer.analytics.streams;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** Gives all local stores of this process one bounded memory; by default each would take about 100 MB. */
public final class BoundedStores implements RocksDBConfigSetter {

    /** Setting: bytes of all stores together; that of the store opened first counts. */
    public static final String MEMORY = "csa.store.memory.bytes";

    /** Of a write buffer, for a filter: most keys that are looked for are new, and in no buffer. */
    private static final double FILTER_SHARE = 0.05;

    private static @Nullable Memory shared;

    @Override
    public void setConfig(String store, Options options, Map<String, Object> settings) {
        Memory memory = shared(((Number) requireNonNull(settings.get(MEMORY))).longValue());
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(memory.cache);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setOptimizeFiltersForHits(false);
        options.setCompressionType(CompressionType.LZ4_COMPRESSION);
        options.setMemtableWholeKeyFiltering(true);
        options.setMemtablePrefixBloomSizeRatio(FILTER_SHARE);
        options.setWriteBufferManager(memory.writeBuffers);
        options.setWriteBufferSize(memory.bytes / 8);
    }

    @Override
    public void close(String store, Options options) {
        // the memory is shared by all stores and lives as long as the process
    }

    private static synchronized Memory shared(long bytes) {
        if (shared == null) {
            shared = new Memory(bytes);
        }
        return shared;
    }

    /**
     * Write buffers are accounted for in the cache, so the cache's size bounds both. Indexes and filters of files are in it,
     * too, some of a megabyte: by default it would be divided into parts in which a few of them drive each other out.
     */
    private static final class Memory {

        private static final int LOG2_OF_PARTS = 1;
        private static final double SHARE_OF_INDEXES_AND_FILTERS = 0.5;

        private final long bytes;
        private final Cache cache;
        private final WriteBufferManager writeBuffers;

        private Memory(long bytes) {
            RocksDB.loadLibrary();
            this.bytes = bytes;
            this.cache = new LRUCache(bytes, LOG2_OF_PARTS, false, SHARE_OF_INDEXES_AND_FILTERS);
            this.writeBuffers = new WriteBufferManager(bytes / 2, cache);
        }
    }
}
