package io.sevenfold.cadence.enrollment;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What is asked for, whether for one contact or for each of many. What does not go with the action is null.
 *
 * @param id of the enrollment to start
 * @param enrollmentId which one it is about; null: the contact's active one
 * @param until the first date a paused enrollment may go on, local to the owner
 * @param words the person's own, of an end
 */
record Order(
        Action action,
        Asker asker,
        UUID id,
        UUID enrollmentId,
        UUID cadenceId,
        UUID ownerId,
        LocalDate until,
        String words) {

    static Order start(Asker asker, UUID id, UUID cadenceId) {
        return new Order(Action.START, asker, id, null, cadenceId, null, null, null);
    }

    static Order end(Asker asker, UUID enrollmentId, String words) {
        return new Order(Action.END, asker, null, enrollmentId, null, null, null, words);
    }

    static Order pause(Asker asker, UUID enrollmentId, LocalDate until) {
        return new Order(Action.PAUSE, asker, null, enrollmentId, null, null, until, null);
    }

    static Order resume(Asker asker, UUID enrollmentId) {
        return new Order(Action.RESUME, asker, null, enrollmentId, null, null, null, null);
    }

    static Order move(Asker asker, UUID enrollmentId, UUID cadenceId, UUID ownerId) {
        return new Order(Action.MOVE, asker, null, enrollmentId, cadenceId, ownerId, null, null);
    }

    Order withId(UUID newId) {
        return new Order(action, asker, newId, enrollmentId, cadenceId, ownerId, until, words);
    }
}
