package io.sevenfold.delivery;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which of the subjects just locked have ended for ever; holds as long as the lock. */
public final class Endings {

    /** By ended subject: whom it was merged into; empty means erased. */
    private final Map<Subject, Optional<UUID>> ended;

    Endings(Map<Subject, Optional<UUID>> ended) {
        this.ended = Map.copyOf(ended);
    }

    /** Whether it was erased, or merged into one that was: nothing may be written about it any more. */
    public boolean erased(Subject subject) {
        return Optional.empty().equals(ended.get(survivor(subject)));
    }

    /** The one that remains of it: what it was merged into at last, or itself. */
    public Subject survivor(Subject subject) {
        Set<Subject> seen = new HashSet<>();
        Subject current = subject;
        while (seen.add(current)
                && ended.getOrDefault(current, Optional.empty()).isPresent()) {
            current = new Subject(current.workspace(), ended.get(current).orElseThrow());
        }
        return current;
    }

    Set<Subject> ended() {
        return ended.keySet();
    }
}
