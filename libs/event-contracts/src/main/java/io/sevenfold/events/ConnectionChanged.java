package io.sevenfold.events;

import java.time.LocalDate;
import java.util.UUID;

/**
 * How connected a contact is (S1, S2) and what comes next, whole, as of {@code version}. Also told when only time passed.
 *
 * @param strength 0 to 100
 * @param nextTouchOn the owner's local date; null: there is none
 * @param whyNone why there is no next touch; null where there is one
 */
public record ConnectionChanged(
        UUID contactId, long version, Stage stage, int strength, LocalDate nextTouchOn, WhyNone whyNone) {}
