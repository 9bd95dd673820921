package io.sevenfold.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** Where an item stands in a list that is ordered by an instant, then by id; as text it is a cursor's content. */
public record PlaceInTime(Instant at, UUID id) {

    private static final String SEPARATOR = "/";
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /** @throws ProblemException 400 where it is no place that such a list can have */
    public static PlaceInTime parse(String cursor) {
        try {
            String[] parts = cursor.split(SEPARATOR, 2);
            PlaceInTime place = new PlaceInTime(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            if (!place.at.isBefore(FIRST) && !place.at.isAfter(LAST)) {
                return place;
            }
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            // The same as a place out of bounds.
        }
        throw Cursor.foreign();
    }

    @Override
    public String toString() {
        return at + SEPARATOR + id;
    }
}
