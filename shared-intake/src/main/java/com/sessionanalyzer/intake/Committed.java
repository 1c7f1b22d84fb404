package com.sessionanalyzer.intake;

import com.sessionanalyzer.schema.Position;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where the entries of a batch stand in the log. */
public final class Committed {

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
        SortedMap<Integer, Long> offsets = new TreeMap<>();
        for (int i = 0; i < places.size(); i++) {
            if (batch.entries().get(i).fate().isOfARecord()) {
                offsets.merge(places.get(i).partition(), places.get(i).offset(), Math::max);
            }
        }
        return new Committed(List.copyOf(places), new Position(offsets));
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
