package io.sevenfold.cadence.page;

import io.sevenfold.cadence.page.Sight.Decided;
import io.sevenfold.cadence.page.Sight.Next;
import io.sevenfold.cadence.planning.Decision;
import io.sevenfold.cadence.planning.PlannedTouchpoint;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.events.TouchpointState;
import io.sevenfold.language.Phrases;
import io.sevenfold.language.RepTime;
import java.util.UUID;

/** How things stand with a touchpoint, in a rep's words: what was done with it, by whom and when, and what comes next. */
final class StateWords {

    private final Sight sight;
    private final UUID reader;
    private final RepTime time;
    private final PlannedTouchpoint it;

    StateWords(Sight sight, UUID reader) {
        this.sight = sight;
        this.reader = reader;
        this.time = sight.time();
        this.it = sight.stored().touchpoint();
    }

    /** Null: it is due and theirs, there is nothing to say. */
    Notice notice() {
        return switch (it.state()) {
            case DONE -> Notice.good("Done", done());
            case SKIPPED -> skipped();
            case CANCELLED -> Notice.plain("Not to be done any more", cancelled());
            case PLANNED, DUE -> open();
        };
    }

    /** Null while it is open. */
    String next() {
        if (it.state().isOpen()) {
            return null;
        }
        Next next = sight.next();
        if (next != null) {
            String date = next.dueOn() == null ? "" : " on " + time.day(next.dueOn());
            return Phrases.label(next.kind(), next.step(), null) + date + ": "
                    + Phrases.toDo(next.channel(), "them", next.intent());
        }
        return "Nothing is planned: " + none() + ".";
    }

    private Notice open() {
        if (sight.stored().ownerId() == null) {
            return Notice.plain("Nobody follows up with them now", "It shows among the unseen until somebody does.");
        }
        if (!reader.equals(sight.stored().ownerId())) {
            String who = sight.withWhom() == null ? "a colleague" : sight.withWhom();
            return Notice.plain("Now with " + who, "It is theirs to do. You can read it here.");
        }
        return it.state() == TouchpointState.DUE ? null : planned();
    }

    private Notice planned() {
        Decided decided = sight.decided();
        String until = it.dueOn() == null ? "No date yet" : "Planned for " + time.day(it.dueOn());
        boolean putOff = decided != null && decided.kind() != Decision.Kind.SKIP;
        return Notice.plain(until, putOff ? "Put off by " + by(decided) + "." : "You will be told when it is due.");
    }

    private String done() {
        Happened did = sight.did();
        if (did == null) {
            return it.closedAt() == null ? null : time.dayAndTime(it.closedAt()) + ".";
        }
        Happened.Told told = did.told(sight.contact().name(), reader, time);
        return told.when() + ": " + told.sentence();
    }

    private Notice skipped() {
        Decided decided = sight.decided();
        boolean reply = it.kind() == TouchpointKind.REPLY_OWED;
        String title = reply ? "No answer needed" : "Skipped";
        if (decided == null || decided.kind() != Decision.Kind.SKIP) {
            return Notice.plain(title, null);
        }
        String reason = decided.reason() == null ? "." : ": “" + decided.reason() + "”";
        return Notice.plain(title, (reply ? "Decided by " : "By ") + by(decided) + reason);
    }

    private String by(Decided decided) {
        String who = reader.toString().equals(decided.by())
                ? "you"
                : decided.byName() == null ? "somebody else" : decided.byName();
        return who + " on " + time.dayAndTime(decided.at());
    }

    private String cancelled() {
        String when = it.closedAt() == null ? "" : " on " + time.day(it.closedAt());
        return it.enrollmentId() == null || sight.ended() == null
                ? "What called for it is no longer so."
                : "The plan ended" + when + ": " + ended(sight.ended()) + ".";
    }

    private String none() {
        if (sight.contact().whyNone() == null) {
            return "this was the last";
        }
        return switch (sight.contact().whyNone()) {
            case DO_NOT_CONTACT -> "they asked not to be contacted";
            case NO_OWNER -> "nobody follows up with them";
            case NOT_ENROLLED -> "no plan was started";
            case ENDED -> "the plan has ended";
            case OWNER_ABSENT -> "who follows up is away";
            case NOBODY_TO_ANSWER -> "who is to answer is away";
        };
    }

    private static String ended(EndReason reason) {
        return switch (reason) {
            case COMPLETED -> "it was done to its end";
            case SKIPPED -> "its last touches were skipped";
            case WON -> "won";
            case LOST -> "lost";
            case OPTED_OUT -> "they asked not to be contacted again";
            case WRONG_PERSON -> "they are not the right person";
            case CORRECTED -> "what started it was corrected";
            case MERGED -> "the contact was merged with another, whose plan goes on";
            case MOVED -> "another plan was started";
            case DECIDED -> "somebody ended it";
        };
    }
}
