package io.sevenfold.cadence.enrollment;

import java.util.Locale;

/** What somebody can do with a contact's enrollment. */
enum Action {
    START,
    END,
    PAUSE,
    RESUME,
    /** To another cadence, to another rep, or both. */
    MOVE;

    /** As written in JSON, for example {@code start}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
