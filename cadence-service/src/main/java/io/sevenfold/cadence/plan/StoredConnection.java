package io.sevenfold.cadence.plan;

import io.sevenfold.cadence.planning.NextTouch;
import io.sevenfold.events.Stage;
import java.time.Instant;

/**
 * A contact's connection as it was last derived and, {@code changesAt} and {@code unseenSince} aside, told.
 *
 * @param unseenSince since when there is no next touch; null: there is one
 */
record StoredConnection(
        long version, Stage stage, int strength, NextTouch next, Instant changesAt, Instant unseenSince) {

    static final StoredConnection NONE = new StoredConnection(0, null, 0, null, null, null);

    /** The same that was derived now, under the version that tells of it, and as long unseen as it was before. */
    StoredConnection after(StoredConnection before, Instant now) {
        boolean told = stage == before.stage && strength == before.strength && next.equals(before.next);
        Instant since = next.on() != null ? null : before.unseenSince == null ? now : before.unseenSince;
        return new StoredConnection(before.version + (told ? 0 : 1), stage, strength, next, changesAt, since);
    }
}
