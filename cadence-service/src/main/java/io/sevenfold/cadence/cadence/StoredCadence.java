package io.sevenfold.cadence.cadence;

import io.sevenfold.cadence.planning.Cadence;
import java.time.Instant;

/**
 * A version of a cadence with what planning need not know.
 *
 * @param quietDays days since the last touch before it may be started again (P8); 0: none
 * @param createdAt when this version was; of the cadences a workspace starts with, the epoch
 * @param createdBy null: nobody, the workspace started with it
 * @param retiredAt when the cadence was, whatever its version; null: it was not
 * @param applying the version that the active enrollments are being taken to (P7); null: none is
 */
public record StoredCadence(
        Cadence cadence,
        Reenrollment reenrollment,
        int quietDays,
        Instant createdAt,
        String createdBy,
        Instant retiredAt,
        String retiredBy,
        Integer applying) {

    public boolean isRetired() {
        return retiredAt != null;
    }
}
