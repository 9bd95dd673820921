package io.sevenfold.cadence.calendar;

import io.sevenfold.cadence.planning.PlannedTouchpoint;
import io.sevenfold.cadence.planning.Why;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.language.Phrases;
import io.sevenfold.language.RepTime;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rep reads of a touchpoint in their calendar. */
record EventWords(UUID rep, RepTime time) {

    /** Who and what: {@code Call Ada Lovelace (Engines): offer help}; before that, how it stands, where it is not simply to be done. */
    String summary(FeedEntry entry, boolean open, boolean overdue) {
        return (open ? urgency(entry, overdue) : end(entry)) + what(entry);
    }

    /** What to do, why on this date, until when. */
    String description(FeedEntry entry, boolean overdue) {
        PlannedTouchpoint it = entry.touchpoint();
        return Stream.of(
                        it.guidance(),
                        Why.of(it, true),
                        it.answerBy() == null ? "" : "To be answered by " + time.dayAndTime(it.answerBy()),
                        overdue ? "Overdue since " + time.day(it.dueOn()) : "")
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    private static String urgency(FeedEntry entry, boolean overdue) {
        return overdue && entry.touchpoint().kind() != TouchpointKind.REPLY_OWED ? "Overdue: " : "";
    }

    private String end(FeedEntry entry) {
        if (!rep.equals(entry.stored().ownerId())) {
            return "Not yours any more: ";
        }
        return switch (entry.touchpoint().state()) {
            case DONE -> "Done: ";
            case SKIPPED -> "Skipped: ";
            case CANCELLED -> "Cancelled: ";
            case PLANNED, DUE -> "Without a date: ";
        };
    }

    private static String what(FeedEntry entry) {
        PlannedTouchpoint it = entry.touchpoint();
        String who = entry.company() == null ? entry.name() : entry.name() + " (" + entry.company() + ")";
        return it.kind() == TouchpointKind.REPLY_OWED
                ? "Answer " + who
                : Phrases.capitalised(Phrases.reachOut(it.channel(), who)) + ": " + Phrases.give(it.intent());
    }
}
