package io.sevenfold.cadence.planning;

import io.sevenfold.events.Interaction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Everything a plan is a function of (P1), the asking instant aside.
 *
 * @param started the enrollments that somebody, or a first owner, started, in any order
 * @param calendar the owner's; null: the contact has no owner we know, the plan waits without dates (P9)
 * @param colleagues those who may stand in for the owner (P9)
 * @param interactions in any order
 * @param decisions in any order
 */
public record Situation(
        UUID contactId,
        Guidance guidance,
        List<Enrollment> started,
        RepCalendar calendar,
        Colleagues colleagues,
        Workweek workweek,
        FollowOns followOns,
        OptOut optOut,
        List<Interaction> interactions,
        List<Decision> decisions,
        Levelling levelling) {

    /** The same with one more decision, to see what would come of it. */
    public Situation deciding(Decision decision) {
        return deciding(Stream.concat(decisions.stream(), Stream.of(decision)).toList());
    }

    /** The same with these decisions instead. */
    Situation deciding(List<Decision> others) {
        return new Situation(
                contactId,
                guidance,
                started,
                calendar,
                colleagues,
                workweek,
                followOns,
                optOut,
                interactions,
                others,
                levelling);
    }

    /** Whether a "never" to all channels binds at an instant: one from before it, by an interaction or a decision, not lifted by then. */
    boolean isOptedOut(Instant at) {
        Stream<Instant> said = interactions.stream().filter(OptOut::isWhole).map(Interaction::occurredAt);
        Stream<Instant> decided = decisions.stream()
                .filter(it -> it.kind() == Decision.Kind.OPT_OUT)
                .map(Decision::at);
        return Stream.concat(said, decided).anyMatch(never -> !never.isAfter(at) && optOut.binds(never, at));
    }

    /** Null: the contact has no owner we know. */
    UUID ownerId() {
        return calendar == null ? null : calendar.repId();
    }

    /** Of the owner, or of who stands in for them. */
    public RepCalendar calendarOf(UUID repId) {
        return repId.equals(ownerId()) ? calendar : colleagues.calendars().get(repId);
    }

    /** T1: in the owner's zone; while there is no owner, in UTC. */
    LocalDate dateOf(Instant instant) {
        return calendar == null ? LocalDate.ofInstant(instant, ZoneOffset.UTC) : calendar.dateOf(instant);
    }
}
