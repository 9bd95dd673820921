package io.sevenfold.cadence.planning;

import io.sevenfold.events.Absence;
import io.sevenfold.events.Channel;
import io.sevenfold.events.Intent;
import io.sevenfold.events.Reason;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.events.TouchpointState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Shows what the timeline tells as touchpoints. */
final class Touchpoints {

    private static final String ANSWER_THEM =
            "{contact.firstName} reached out. Answer what they asked, then give them one thing more.";

    private static final String ANSWER_THOUGH_NEVER =
            "{contact.firstName} asked for no more contact, and has now written first. Answer what they asked, and nothing more.";

    private static final String THANK_THEM =
            "Thank {contact.firstName} for the meeting. Name one thing you took from it, and send what you promised.";
    private static final String ASK_FOR_INTRODUCTION =
            "Somebody else is the right person. Thank {contact.firstName} for saying so, and ask for an introduction to them.";

    private static final String NOT_BY = "They asked for no more contact by %s, so use %s instead. ";

    private final Enrollment enrollment;
    private final Situation situation;
    private final Duty duty;
    private final Timeline timeline;
    private final String answerThem;

    /** @param duty null: the contact has no owner */
    Touchpoints(Course course, Duty duty, Timeline timeline) {
        this.enrollment = course.enrollment();
        this.situation = course.situation();
        this.duty = duty;
        this.timeline = timeline;
        this.answerThem = situation.guidance().fill(ANSWER_THEM);
    }

    /** A reply owed is due as soon as there is somebody who owes it; where nobody is left to answer, it stays with the owner (P9). */
    PlannedTouchpoint reply(ReplyOwed reply) {
        boolean open = reply.isOpen();
        boolean owned = duty != null;
        RepCalendar answering = open && owned && duty.answering() != null ? duty.answering() : situation.calendar();
        return new PlannedTouchpoint(
                reply.touchpointId(),
                null,
                null,
                TouchpointKind.REPLY_OWED,
                open && !owned ? TouchpointState.PLANNED : reply.state(),
                reply.channel,
                Intent.ANSWER,
                open && situation.isOptedOut(reply.wroteAt)
                        ? situation.guidance().fill(ANSWER_THOUGH_NEVER)
                        : answerThem,
                open ? (owned ? reply.wroteOn : null) : situation.dateOf(reply.closedAt()),
                reply.wroteOn,
                reasons(reply, answering),
                false,
                reply.closedAt(),
                reply.closedBy(),
                reply.clockFrom(),
                owned ? answering.replyDeadline(reply.clockFrom()) : null,
                owned ? answering.repId() : null,
                null);
    }

    private List<Reason> reasons(ReplyOwed reply, RepCalendar answering) {
        Reason wrote = Reasons.theyWrote(reply.wroteAt, reply.wroteOn);
        Absence absence = reply.isOpen() && duty != null ? duty.absenceNow() : null;
        return absence == null ? List.of(wrote) : List.of(Reasons.absence(absence, duty.owner(), answering), wrote);
    }

    /** @param date of one that is open */
    PlannedTouchpoint thankYou(Meeting meeting, StepDate date) {
        boolean open = meeting.isThankYouOpen();
        LocalDate closedOn = open ? null : situation.dateOf(meeting.closedAt());
        return new PlannedTouchpoint(
                meeting.thankYouId,
                null,
                null,
                TouchpointKind.THANK_YOU,
                date.released() ? TouchpointState.DUE : meeting.thankYou(),
                open ? situation.optOut().insteadOf(Channel.EMAIL) : Channel.EMAIL,
                Intent.THANKS,
                situation.guidance().fill(THANK_THEM),
                open ? date.dueOn() : closedOn,
                open ? date.plannedOn() : closedOn,
                date.reasons(),
                open && date.dueOn() != null,
                meeting.closedAt(),
                meeting.closedBy(),
                null,
                null,
                open ? date.repId() : situation.ownerId(),
                date.basis());
    }

    PlannedTouchpoint open(StepProgress step, StepDate date, boolean next) {
        return step(step, date.released() ? TouchpointState.DUE : TouchpointState.PLANNED, date, next, null);
    }

    PlannedTouchpoint closed(StepProgress step) {
        return closed(step, step.isSkipped() ? TouchpointState.SKIPPED : TouchpointState.DONE, step.closedAt());
    }

    /** One that it will not come to any more. */
    PlannedTouchpoint cancelled(StepProgress step, Instant at) {
        return closed(step, TouchpointState.CANCELLED, at);
    }

    private PlannedTouchpoint closed(StepProgress step, TouchpointState state, Instant at) {
        LocalDate date = situation.dateOf(at);
        return step(step, state, new StepDate(date, date, false, List.of(), null, situation.ownerId()), false, at);
    }

    private String guidance(StepProgress step, Channel channel) {
        String guidance = timeline.steps.asksForIntroduction(step) ? ASK_FOR_INTRODUCTION : step.step.guidance();
        return (channel == step.step.channel() ? "" : NOT_BY.formatted(step.step.channel(), channel)) + guidance;
    }

    private PlannedTouchpoint step(
            StepProgress step, TouchpointState state, StepDate date, boolean next, Instant closedAt) {
        Channel channel = step.isOpen() ? situation.optOut().insteadOf(step.step.channel()) : step.step.channel();
        return new PlannedTouchpoint(
                step.touchpointId,
                enrollment.id(),
                step.number,
                TouchpointKind.STEP,
                state,
                channel,
                step.isOpen() ? timeline.steps.intent(step) : step.intent(),
                situation.guidance().fill(guidance(step, channel)),
                date.dueOn(),
                date.plannedOn(),
                date.reasons(),
                next,
                closedAt,
                step.closedBy(),
                null,
                null,
                date.repId(),
                date.basis());
    }
}
