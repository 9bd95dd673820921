package io.sevenfold.cadence.cadence;

import io.sevenfold.cadence.planning.Workweek;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What a workspace set; holds from {@code since} until the next version's.
 *
 * @param changedBy null: nobody, the workspace started with it
 * @param starts the cadence that starts by itself on an occasion; one that is missing starts none
 */
public record Settings(int version, Instant since, String changedBy, Workweek week, Map<Occasion, UUID> starts) {

    /** Whether it says the same, whoever said it when. */
    public boolean sameAs(Settings other) {
        return week.equals(other.week) && starts.equals(other.starts);
    }
}
