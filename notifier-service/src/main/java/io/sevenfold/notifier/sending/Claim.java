package io.sevenfold.notifier.sending;

import io.sevenfold.notifier.mail.ReminderFacts;
import io.sevenfold.notifier.mail.ReminderFacts.Day;
import java.time.Instant;

/**
 * A reminder to be sent now, with all its mail tells of as it was known at the claim.
 *
 * @param mailDate by the domain clock, the same at every attempt
 */
record Claim(Attempt attempt, Instant mailDate, ReminderFacts facts) {

    /** A digest in which there is nothing but the load of the coming days. */
    boolean isEmpty() {
        Day day = facts.day();
        return day != null
                && facts.items().isEmpty()
                && day.overdueMore() == 0
                && day.moved().isEmpty()
                && day.movedOfTeam().isEmpty();
    }
}
