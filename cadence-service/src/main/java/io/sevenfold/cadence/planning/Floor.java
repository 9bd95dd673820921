package io.sevenfold.cadence.planning;

import io.sevenfold.events.Reason;
import java.time.LocalDate;

/** A date before which the next open step does not fall (P10), with the date on which it was set. */
record Floor(LocalDate date, LocalDate setOn, Reason reason) {}
