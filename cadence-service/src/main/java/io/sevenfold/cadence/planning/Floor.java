package io.sevenfold.cadence.planning;

import io.sevenfold.events.Reason;
import java.time.LocalDate;
import java.util.function.Supplier;

/** A date before which the next open step does not fall (P10), with the date on which it was set; most never hold, hence the supplier. */
record Floor(LocalDate date, LocalDate setOn, Supplier<Reason> reason) {}
