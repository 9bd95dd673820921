package io.sevenfold.cadence.planning;

import java.time.LocalDate;
import java.util.List;

/**
 * The date somebody gave a touchpoint instead of its gap's (P10).
 *
 * @param replaced the floors known then, which no longer hold for it
 */
record Rescheduled(LocalDate date, String by, List<Floor> replaced) {}
