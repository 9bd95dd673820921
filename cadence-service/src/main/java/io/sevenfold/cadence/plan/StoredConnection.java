package io.sevenfold.cadence.plan;

import io.sevenfold.cadence.planning.NextTouch;
import io.sevenfold.events.Stage;
import java.time.Instant;

/** A contact's connection as it was last derived and, its {@code changesAt} aside, told. */
record StoredConnection(long version, Stage stage, int strength, NextTouch next, Instant changesAt) {

    static final StoredConnection NONE = new StoredConnection(0, null, 0, null, null);

    /** The same that was derived now, under the version that tells of it. */
    StoredConnection after(StoredConnection before) {
        boolean told = stage == before.stage && strength == before.strength && next.equals(before.next);
        return new StoredConnection(before.version + (told ? 0 : 1), stage, strength, next, changesAt);
    }
}
