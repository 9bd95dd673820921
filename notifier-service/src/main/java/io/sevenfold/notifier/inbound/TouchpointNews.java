package io.sevenfold.notifier.inbound;

import io.sevenfold.delivery.IncomingEvent;
import io.sevenfold.delivery.PermanentFailure;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.DayBegun;
import io.sevenfold.events.ReplyClockMoved;
import io.sevenfold.events.ReplyOverdue;
import io.sevenfold.events.TeamWeekBegun;
import io.sevenfold.events.TouchpointDue;
import io.sevenfold.notifier.inbound.ReplyClockRows.Clock;
import io.sevenfold.notifier.inbound.ReplyClockRows.Ended;
import io.sevenfold.notifier.reminder.Occasion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a batch of events says of touchpoints, as far as mails go. */
final class TouchpointNews {

    private static final Set<String> TYPES = Set.of(
            "TouchpointDue",
            "TouchpointDone",
            "TouchpointSkipped",
            "TouchpointSnoozed",
            "TouchpointCancelled",
            "TouchpointPostponed",
            "ReplyClockMoved",
            "ReplyOverdue",
            "DayBegun",
            "TeamWeekBegun");

    /** What done, skipped, snoozed, cancelled and postponed have in common. */
    private record Finished(UUID touchpointId, int round) {}

    final Rounds rounds = new Rounds();
    final List<AnnouncementRows.Due> due = new ArrayList<>();
    final List<Clock> clocks = new ArrayList<>();
    final List<Ended> ended = new ArrayList<>();
    final List<DayRows.Begun> begun = new ArrayList<>();

    static boolean isAny(IncomingEvent event) {
        return TYPES.contains(event.type());
    }

    /** @param contact the one who remains where the event's was merged; of a day or a week the rep */
    void add(IncomingEvent event, Subject contact) {
        switch (event.type()) {
            case "TouchpointDue" -> due(complete(event.as(TouchpointDue.class)), contact, event.traceparent());
            case "ReplyClockMoved" -> moved(event.as(ReplyClockMoved.class), contact.workspace());
            case "ReplyOverdue" -> overdue(complete(event.as(ReplyOverdue.class)), contact, event.traceparent());
            case "DayBegun" -> begun(event.as(DayBegun.class), event);
            case "TeamWeekBegun" -> begun(event.as(TeamWeekBegun.class), event);
            default -> {
                Finished finished = event.as(Finished.class);
                rounds.finished(contact.workspace(), finished.touchpointId(), finished.round());
            }
        }
    }

    /** What was recorded late has no clock anybody is told of (N3). */
    private void due(TouchpointDue it, Subject contact, String traceparent) {
        UUID touchpoint = it.touchpoint().id();
        rounds.due(contact.workspace(), touchpoint, it.round());
        due.add(new AnnouncementRows.Due(contact, it, traceparent));
        if (it.answerBy() != null && !Boolean.TRUE.equals(it.late())) {
            clocks.add(new Clock(contact.workspace(), touchpoint, it.round(), it.answerBy(), it.dueAt()));
        }
    }

    private void moved(ReplyClockMoved it, String workspace) {
        if (it.answerBy() == null || it.movedAt() == null) {
            throw new PermanentFailure("A ReplyClockMoved without its instants");
        }
        rounds.due(workspace, it.touchpointId(), it.round());
        clocks.add(new Clock(workspace, it.touchpointId(), it.round(), it.answerBy(), it.movedAt()));
    }

    /** Nobody is told where no manager is set, or where it is they who owe the reply. */
    private void overdue(ReplyOverdue it, Subject contact, String traceparent) {
        rounds.due(contact.workspace(), it.touchpointId(), it.round());
        if (it.managerId() != null && !it.managerId().equals(it.repId())) {
            ended.add(new Ended(contact, it, traceparent));
        }
    }

    private void begun(DayBegun it, IncomingEvent event) {
        begun(Occasion.DIGEST, it.date(), it.digestAt(), it, event);
    }

    private void begun(TeamWeekBegun it, IncomingEvent event) {
        begun(Occasion.TEAM, it.date(), it.digestAt(), it, event);
    }

    private void begun(Occasion occasion, LocalDate date, Instant digestAt, Object told, IncomingEvent event) {
        if (date == null) {
            throw new PermanentFailure("A " + event.type() + " without a date");
        }
        Instant at = digestAt == null ? event.time() : digestAt;
        begun.add(new DayRows.Begun(event.subject(), occasion, date, at, told, event.traceparent()));
    }

    private static TouchpointDue complete(TouchpointDue due) {
        if (due.repId() == null || due.dueAt() == null || due.touchpoint() == null) {
            throw new PermanentFailure("A TouchpointDue without a rep, an instant or a touchpoint");
        }
        return due;
    }

    private static ReplyOverdue complete(ReplyOverdue overdue) {
        if (overdue.round() == null || overdue.owedSince() == null || overdue.answerBy() == null) {
            throw new PermanentFailure("A ReplyOverdue without a round or its instants");
        }
        return overdue;
    }
}
