package io.sevenfold.cadence.planning;

import io.sevenfold.events.WhyNone;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

/**
 * When a contact will be contacted next, or why not (principle 7).
 *
 * @param on the owner's local date of the earliest open touchpoint; null: there is none
 * @param whyNone null where there is one
 */
public record NextTouch(LocalDate on, WhyNone whyNone) {

    public static NextTouch of(Situation situation, Plan plan, boolean doNotContact) {
        return plan.touchpoints().stream()
                .filter(it -> it.state().isOpen())
                .map(PlannedTouchpoint::dueOn)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(on -> new NextTouch(on, null))
                .orElseGet(() -> new NextTouch(null, whyNone(situation, plan, doNotContact)));
    }

    private static WhyNone whyNone(Situation situation, Plan plan, boolean doNotContact) {
        if (doNotContact) {
            return WhyNone.DO_NOT_CONTACT;
        }
        if (situation.calendar() == null) {
            return WhyNone.NO_OWNER;
        }
        if (plan.current() == null) {
            return WhyNone.NOT_ENROLLED;
        }
        return plan.end() == null ? WhyNone.OWNER_ABSENT : WhyNone.ENDED;
    }
}
