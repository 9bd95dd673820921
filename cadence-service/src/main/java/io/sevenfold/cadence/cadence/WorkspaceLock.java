package io.sevenfold.cadence.cadence;

import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import java.sql.Connection;
import java.util.UUID;

/** Held by each change of a workspace's cadences and settings, for there are rules between them: what settings start is not retired. */
public final class WorkspaceLock {

    /** Not a contact or rep. */
    private static final UUID CADENCES_AND_SETTINGS = new UUID(0, 0);

    private WorkspaceLock() {}

    /** Waits for whoever changes something now. */
    public static void hold(Connection connection, String workspace) {
        Subjects.lock(connection, new Subject(workspace, CADENCES_AND_SETTINGS));
    }
}
