package io.sevenfold.cadence.planning;

import static java.util.Comparator.comparing;

import io.sevenfold.events.Purpose;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An active enrollment of one of two contacts that are merged.
 *
 * @param track the contact it was started for
 * @param done how many of its steps are done
 */
public record ActiveEnrollment(UUID id, UUID track, Purpose purpose, int done, Instant startedAt) {

    private static final List<Purpose> FIRST_STAYS = List.of(Purpose.CARE, Purpose.CONNECT, Purpose.KEEP_IN_TOUCH);

    private static final Comparator<ActiveEnrollment> ORDER = comparing(
                    (ActiveEnrollment it) -> FIRST_STAYS.indexOf(it.purpose))
            .thenComparing(it -> -it.done)
            .thenComparing(ActiveEnrollment::startedAt)
            .thenComparing(it -> it.id.toString());

    /** The one that goes on when contacts are merged (P12); empty: none is active. */
    public static Optional<ActiveEnrollment> thatStays(Collection<ActiveEnrollment> active) {
        return active.stream().min(ORDER);
    }
}
