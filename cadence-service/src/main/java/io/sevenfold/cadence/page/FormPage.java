package io.sevenfold.cadence.page;

import io.sevenfold.cadence.planning.PlannedTouchpoint;
import io.sevenfold.language.Phrases;

/**
 * What the pages to act on have in common.
 *
 * @param path where the form is sent; {@code back}: the touchpoint's page
 * @param round in which the touchpoint was seen to be open: the button acts in that one only
 */
record FormPage(String label, String who, String toDo, String path, String back, int round, Entered entered) {

    static FormPage of(Door door, Sight sight, String action, Entered entered) {
        PlannedTouchpoint it = sight.stored().touchpoint();
        String name = sight.contact().name();
        return new FormPage(
                Phrases.label(it.kind(), it.step(), sight.steps()),
                name,
                Phrases.toDo(it.channel(), name, it.intent()),
                door.path() + "/" + action,
                door.path(),
                sight.stored().round(),
                entered);
    }
}
