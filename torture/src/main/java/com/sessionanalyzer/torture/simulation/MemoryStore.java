package com.sessionanalyzer.torture.simulation;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A store in memory that can begin with what another one had. */
final class MemoryStore implements KeyValueStore<Bytes, byte[]> {

    private final String name;
    private final NavigableMap<Bytes, byte[]> entries;
    private boolean open;

    MemoryStore(String name, Map<Bytes, byte[]> restored) {
        this.name = name;
        this.entries = new TreeMap<>(restored);
    }

    Map<Bytes, byte[]> copy() {
        return new TreeMap<>(entries);
    }

    KeyValueBytesStoreSupplier supplier() {
        return new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return MemoryStore.this;
            }

            @Override
            public String metricsScope() {
                return "memory";
            }
        };
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> put(Bytes.wrap(key), value));
        open = true;
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        if (value == null) {
            entries.remove(key);
        } else {
            entries.put(key, value);
        }
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
        return entries.putIfAbsent(key, value);
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> all) {
        all.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        return entries.remove(key);
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return entries.get(key);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        return new Entries(entries.subMap(from, true, to, true));
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return new Entries(entries);
    }

    @Override
    public <PS extends Serializer<P>, P> KeyValueIterator<Bytes, byte[]> prefixScan(P prefix, PS serializer) {
        byte[] begin = serializer.serialize("", prefix);
        NavigableMap<Bytes, byte[]> found = new TreeMap<>();
        for (Map.Entry<Bytes, byte[]> entry :
                entries.tailMap(Bytes.wrap(begin), true).entrySet()) {
            if (!startsWith(entry.getKey().get(), begin)) {
                break;
            }
            found.put(entry.getKey(), entry.getValue());
        }
        return new Entries(found);
    }

    private static boolean startsWith(byte[] key, byte[] begin) {
        return key.length >= begin.length && Arrays.equals(key, 0, begin.length, begin, 0, begin.length);
    }

    @Override
    public long approximateNumEntries() {
        return entries.size();
    }

    @Override
    public Position getPosition() {
        return Position.emptyPosition();
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** Goes over what there was when it was asked. */
    private static final class Entries implements KeyValueIterator<Bytes, byte[]> {

        private final Iterator<Map.Entry<Bytes, byte[]>> rest;
        private Map.@Nullable Entry<Bytes, byte[]> next;

        private Entries(Map<Bytes, byte[]> entries) {
            this.rest = List.copyOf(entries.entrySet()).iterator();
        }

        @Override
        public Bytes peekNextKey() {
            if (next == null) {
                next = rest.next();
            }
            return next.getKey();
        }

        @Override
        public boolean hasNext() {
            return next != null || rest.hasNext();
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
            Map.Entry<Bytes, byte[]> entry = next == null ? rest.next() : next;
            next = null;
            return KeyValue.pair(entry.getKey(), entry.getValue());
        }

        @Override
        public void close() {}
    }
}
