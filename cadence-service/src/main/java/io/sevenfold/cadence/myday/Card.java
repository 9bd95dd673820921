package io.sevenfold.cadence.myday;

import io.sevenfold.cadence.page.Door;
import io.sevenfold.cadence.page.Happened;
import io.sevenfold.cadence.page.PageWords;
import io.sevenfold.cadence.queue.QueueItem;
import io.sevenfold.cadence.touchpoint.TouchpointView;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.language.Phrases;
import io.sevenfold.language.RepTime;
import java.util.List;
import java.util.UUID;

/**
 * A touchpoint on the day's page.
 *
 * @param role company and stage; null: neither is known
 * @param guidance null: there is none
 * @param owed of a reply owed, until when it is to be answered; else null
 * @param theirs of a reply owed, what they said last; null: nothing is known of that
 * @param late whether that is past
 * @param path of its own page, below which its actions are
 * @param later whether it can be put off
 * @param story what happened last between them, the newest first
 */
record Card(
        UUID id,
        String label,
        String who,
        String role,
        String toDo,
        String guidance,
        String owed,
        boolean late,
        String theirs,
        String why,
        String path,
        boolean later,
        List<Happened.Told> story) {

    static Card of(QueueItem item, Background background, List<Happened> story, Door door, RepTime time) {
        TouchpointView it = item.touchpoint();
        String name = item.contactName();
        UUID reader = door.link().repId();
        boolean reply = it.kind() == TouchpointKind.REPLY_OWED;
        boolean late = it.answerBy() != null && it.answerBy().isBefore(time.now());
        return new Card(
                it.id(),
                Phrases.label(it.kind(), it.step(), it.step() == null ? null : background.steps()),
                name,
                PageWords.role(item.contactCompany(), background.stage()),
                Phrases.toDo(it.channel(), name, it.intent()),
                it.guidance().isBlank() ? null : it.guidance(),
                it.answerBy() == null ? null : owed(it, late, time),
                late,
                reply ? theirs(story) : null,
                it.why() + ".",
                door.path(),
                !reply,
                story.stream()
                        .map(happened -> happened.told(name, reader, time))
                        .toList());
    }

    private static String theirs(List<Happened> story) {
        return story.stream()
                .filter(Happened::isTheirs)
                .findFirst()
                .map(Happened::words)
                .orElse(null);
    }

    private static String owed(TouchpointView it, boolean late, RepTime time) {
        String since = "They reached out on " + time.dayAndTime(it.owedSince());
        return late
                ? since + "; the answer was due by " + time.dayAndTime(it.answerBy()) + "."
                : since + "; answer by " + time.dayAndTime(it.answerBy()) + ".";
    }

    /** What happened last, in a line. */
    public Happened.Told last() {
        return story.get(0);
    }
}
