package com.sessionanalyzer.intake;

import com.sessionanalyzer.schema.Position;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where the entries of a batch stand in the log. */
public final class Committed {

    private static final long NONE = -1;

    private final List<Place> places;
    private final Position position;

    private Committed(List<Place> places, Position position) {
        this.places = places;
        this.position = position;
    }

    /**
     * Of a batch whose entries stand at these places.
     *
     * @param places in the order of the entries
     */
    static Committed of(Batch batch, List<Place> places) {
        long[] last = {};
        for (int i = 0; i < places.size(); i++) {
            if (batch.entries().get(i).fate().isOfARecord()) {
                Place place = places.get(i);
                last = place.partition() < last.length ? last : grown(last, place.partition());
                last[place.partition()] = Math.max(last[place.partition()], place.offset());
            }
        }
        return new Committed(List.copyOf(places), position(last));
    }

    private static long[] grown(long[] last, int partition) {
        long[] grown = Arrays.copyOf(last, partition + 1);
        Arrays.fill(grown, last.length, grown.length, NONE);
        return grown;
    }

    private static Position position(long[] last) {
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        for (int partition = 0; partition < last.length; partition++) {
            if (last[partition] != NONE) {
                offsets.put(partition, last[partition]);
            }
        }
        return new Position(offsets);
    }

    /** Contains every record of the batch. */
    public Position position() {
        return position;
    }

    /** The place of an entry, by its index in the batch. */
    public Place place(int entry) {
        return places.get(entry);
    }
}
