package io.sevenfold.cadence.planning;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Intent;

/**
 * One step of a cadence.
 *
 * @param key names the step through all versions of its cadence (P7)
 * @param gapDays working days after the touch before; 0: the same day (T3)
 * @param gapMonths months after it instead, where this is not 0 (T3: care, keep-in-touch)
 * @param guidance what to do; may name {@code {contact.firstName}} and the other variables of {@link Guidance}
 */
public record Step(String key, int gapDays, int gapMonths, Channel channel, Intent intent, String guidance) {}
