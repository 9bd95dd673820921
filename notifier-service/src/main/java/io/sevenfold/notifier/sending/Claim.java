package io.sevenfold.notifier.sending;

import io.sevenfold.notifier.mail.ReminderFacts;
import java.time.Instant;

/**
 * A reminder to be sent now, with all its mail tells of as it was known at the claim.
 *
 * @param mailDate by the domain clock, the same at every attempt
 */
record Claim(Attempt attempt, Instant mailDate, ReminderFacts facts) {}
