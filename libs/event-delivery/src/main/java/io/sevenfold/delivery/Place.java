package io.sevenfold.delivery;

import java.util.Comparator;
import java.util.Optional;

/** Where a record stands in Kafka. */
public record Place(String topic, int partition, long offset) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::topic).thenComparing(Place::partition).thenComparing(Place::offset);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** {@code topic/partition/offset}. */
    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset;
    }

    /** Reads what {@link #toString} wrote; empty where it is none. */
    public static Optional<Place> parse(String text) {
        String[] parts = text.split("/", -1);
        try {
            return parts.length == 3
                    ? Optional.of(new Place(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2])))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
