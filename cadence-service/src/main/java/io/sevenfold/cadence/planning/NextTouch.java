package io.sevenfold.cadence.planning;

import io.sevenfold.events.TouchpointKind;
import io.sevenfold.events.WhyNone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

/**
 * When a contact will be contacted next, or why not (principle 7).
 *
 * @param on the local date of the earliest open touchpoint; null: there is none, or a reply is owed first that nobody is there to give
 * @param whyNone null where there is one
 */
public record NextTouch(LocalDate on, WhyNone whyNone) {

    public static NextTouch of(Situation situation, Plan plan, boolean doNotContact, Instant now) {
        if (nobodyAnswers(situation, plan, now)) {
            return new NextTouch(null, WhyNone.NOBODY_TO_ANSWER);
        }
        return plan.touchpoints().stream()
                .filter(it -> it.state().isOpen())
                .map(PlannedTouchpoint::dueOn)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(on -> new NextTouch(on, null))
                .orElseGet(() -> new NextTouch(null, whyNone(situation, plan, doNotContact)));
    }

    /** A reply is owed while the owner is away, and there is neither cover nor manager (P9). */
    private static boolean nobodyAnswers(Situation situation, Plan plan, Instant now) {
        return situation.calendar() != null
                && plan.touchpoints().stream()
                        .anyMatch(it -> it.kind() == TouchpointKind.REPLY_OWED
                                && it.state().isOpen())
                && new Duty(situation.calendar(), situation.colleagues(), now).answering() == null;
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
