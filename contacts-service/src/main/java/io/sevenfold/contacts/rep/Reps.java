package io.sevenfold.contacts.rep;

import io.quarkus.hibernate.orm.panache.Panache;
import io.sevenfold.rest.ProblemException;
import java.util.UUID;

/** Whether somebody is a rep. */
public final class Reps {

    private Reps() {}

    /**
     * Refuses an id that is no rep's of the workspace; the rep then stays until the transaction ends, without keeping anyone from
     * changing them. Null is fine.
     *
     * @throws ProblemException 422 {@code unknown-rep} that names the field
     */
    public static void require(String workspace, UUID repId, String field) {
        if (repId != null && !exists(workspace, repId)) {
            throw ProblemException.refused("unknown-rep", field, "There is no rep " + repId + " in this workspace.");
        }
    }

    /** Whether there is such a rep; one who is there stays until the transaction ends. */
    public static boolean exists(String workspace, UUID repId) {
        return !Panache.getSession()
                .createNativeQuery("select id from rep where workspace_id = ?1 and id = ?2 for key share", UUID.class)
                .setParameter(1, workspace)
                .setParameter(2, repId)
                .list()
                .isEmpty();
    }
}
