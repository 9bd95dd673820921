package io.sevenfold.interactions.interaction;

import io.sevenfold.events.Interaction;
import io.sevenfold.rest.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** Where an interaction stands in a list that is ordered by when it occurred, then by id. */
record Place(Instant occurredAt, UUID id) {

    static Place of(Interaction interaction) {
        return new Place(interaction.occurredAt(), interaction.id());
    }

    /** @throws ProblemException 400 where the cursor's content is none of ours */
    static Place parse(String cursor) {
        try {
            String[] parts = cursor.split("/", 2);
            return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw ProblemException.invalid("cursor", "is not a cursor of this list");
        }
    }

    @Override
    public String toString() {
        return occurredAt + "/" + id;
    }
}
