package io.sevenfold.cadence.page;

import io.sevenfold.cadence.planning.PlannedTouchpoint;
import io.sevenfold.cadence.planning.Why;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.language.Phrases;
import java.util.List;
import java.util.UUID;

/**
 * One touchpoint as its page shows it.
 *
 * @param role company and stage
 * @param toDo null where it is closed, like {@code guidance} and {@code why}
 * @param actions null where nothing is to be clicked
 * @param again this page's own path, where what is shown is the answer to a button; else null
 * @param dayPath of the day it was come to from; null: none
 */
record TouchpointPage(
        String label,
        String who,
        String role,
        Notice notice,
        String toDo,
        String guidance,
        String answerBy,
        String why,
        Actions actions,
        String next,
        List<Happened.Told> story,
        String again,
        String dayPath) {

    /** What can be done, as the pages to do it on; {@code later} is null for what does not move. */
    record Actions(String done, String later, String skip, String skipWords) {}

    /** @param first what just happened; null: nothing, the page was only opened */
    static TouchpointPage of(Door door, Sight sight, Notice first) {
        UUID reader = door.link().repId();
        PlannedTouchpoint it = sight.stored().touchpoint();
        StateWords words = new StateWords(sight, reader);
        boolean open = it.state().isOpen();
        String name = sight.contact().name();
        return new TouchpointPage(
                Phrases.label(it.kind(), it.step(), sight.steps()),
                name,
                PageWords.role(sight.contact().company(), sight.contact().stage()),
                first == null ? words.notice() : first,
                open ? Phrases.toDo(it.channel(), name, it.intent()) : null,
                open && !it.guidance().isBlank() ? it.guidance() : null,
                open && it.answerBy() != null ? sight.time().dayAndTime(it.answerBy()) : null,
                open ? Why.of(it, sight.stored().ownerId() != null) + "." : null,
                sight.isOpenTo(reader) ? actions(door, it.kind()) : null,
                words.next(),
                sight.story().stream()
                        .map(happened -> happened.told(name, reader, sight.time()))
                        .toList(),
                first == null ? null : door.path(),
                door.dayPath());
    }

    private static Actions actions(Door door, TouchpointKind kind) {
        boolean reply = kind == TouchpointKind.REPLY_OWED;
        return new Actions(
                door.path() + "/done",
                reply ? null : door.path() + "/snooze",
                door.path() + "/skip",
                reply ? "No answer needed" : "Skip");
    }
}
