package io.sevenfold.notifier.announcement;

import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far it has come with what is to be told. It is in exactly one state, so that everything due is accounted for (N7). */
@Schema(enumeration = {"waiting", "told", "left-out"})
public enum AnnouncementState {
    /** In no mail yet. */
    WAITING("reminderId is null and leftOut is null"),
    /** In a mail, whose own state says whether it has gone out. */
    TOLD("reminderId is not null and leftOut is null"),
    /** Told by no mail, since by then there was nothing to tell. */
    LEFT_OUT("leftOut is not null");

    /** HQL. */
    final String condition;

    AnnouncementState(String condition) {
        this.condition = condition;
    }

    /** Reads what {@link #toString} wrote; the name is JAX-RS' own. */
    public static AnnouncementState fromString(String spelled) {
        return Arrays.stream(values())
                .filter(state -> state.toString().equals(spelled))
                .findAny()
                .orElseThrow(() ->
                        new IllegalArgumentException("'" + spelled + "' is not one of " + Arrays.toString(values())));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
