package io.sevenfold.cadence.cadence;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a contact may be started in a cadence once more (P8). */
@Schema(enumeration = {"never", "when-none-active", "any-time"})
public enum Reenrollment {
    NEVER,
    WHEN_NONE_ACTIVE,
    /** The active enrollment, if there is one, ends first. */
    ANY_TIME;

    /** As written in JSON, for example {@code any-time}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
