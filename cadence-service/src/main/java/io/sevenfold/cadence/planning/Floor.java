package io.sevenfold.cadence.planning;

import io.sevenfold.events.Reason;
import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * A date before which the next open step does not fall (P10).
 *
 * @param setOn the date on which it was set
 * @param basis what it goes by, the same in every zone (T1): a date that was said, or the instant of a no
 * @param reason most never hold, hence the supplier
 */
record Floor(LocalDate date, LocalDate setOn, String basis, Supplier<Reason> reason) {}
