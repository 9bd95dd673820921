package io.sevenfold.events;

import java.time.LocalDate;

/** How many touchpoints are planned on one of a rep's coming days (P5). */
public record DayLoad(LocalDate date, int planned) {}
