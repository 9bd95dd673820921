package io.sevenfold.cadence.planning;

import io.sevenfold.events.Interaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The dates that steps do not come before (P10): what was said holds for the next open step, a snooze for its own touchpoint. */
final class Floors {

    private final List<Floor> standing = new ArrayList<>();
    private final Map<UUID, Floor> snoozes = new HashMap<>();
    private final Map<UUID, Rescheduled> rescheduled = new HashMap<>();

    /** The revisit date where one was given, else the workspace's days of rest. */
    void afterNo(Interaction no, LocalDate date, Situation situation) {
        if (no.revisitOn() != null) {
            standing.add(
                    new Floor(no.revisitOn(), date, no.revisitOn().toString(), () -> Reasons.revisit(no.revisitOn())));
        } else {
            int rest = situation.workweek().restAfterNo();
            LocalDate until = Gap.workingDays(date, rest, situation).date();
            standing.add(new Floor(until, date, no.occurredAt().toString(), () -> Reasons.afterNo(rest, date, until)));
        }
    }

    /** An automatic answer that says when they are back: the first working day after that (the move to it is T3's). */
    void untilReturn(Interaction autoReply, LocalDate date) {
        LocalDate back = autoReply.returnOn();
        if (back != null) {
            standing.add(new Floor(back.plusDays(1), date, back.toString(), () -> Reasons.afterReturn(back)));
        }
    }

    /** They reached out themselves, on a later date: what was waited for is over. */
    void lift(LocalDate inbound) {
        standing.removeIf(floor -> inbound.isAfter(floor.setOn()));
    }

    /** The most recent snooze of a touchpoint counts. */
    void snooze(Decision snooze, LocalDate date) {
        snoozes.put(
                snooze.touchpointId(),
                new Floor(
                        snooze.until(),
                        date,
                        snooze.until().toString(),
                        () -> Reasons.snoozed(snooze.until(), snooze.by())));
    }

    /** Somebody gave it another date: what held it back until then no longer does. */
    void reschedule(Decision it) {
        snoozes.remove(it.touchpointId());
        rescheduled.put(it.touchpointId(), new Rescheduled(it.until(), it.by(), List.copyOf(standing)));
    }

    /** Null: nobody gave it another date. */
    Rescheduled rescheduled(UUID touchpoint) {
        return rescheduled.get(touchpoint);
    }

    /**
     * The latest that holds for a touchpoint; null: none.
     *
     * @param next whether it is the next open step's
     * @param pause the pause's; may be null
     */
    Floor latest(UUID touchpoint, boolean next, Floor pause) {
        Floor latest = snoozes.get(touchpoint);
        if (next) {
            latest = later(latest, pause);
            Rescheduled other = rescheduled.get(touchpoint);
            for (Floor floor : standing) {
                latest = other == null || !other.replaced().contains(floor) ? later(latest, floor) : latest;
            }
        }
        return latest;
    }

    private static Floor later(Floor one, Floor other) {
        return other == null || one != null && !other.date().isAfter(one.date()) ? one : other;
    }
}
