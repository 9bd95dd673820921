package io.sevenfold.events;

import java.time.LocalTime;

/** A rep's hours on a working day, local: {@code from} is in, {@code to} is not; past midnight where {@code to} is earlier (T4). */
public record WorkingHours(LocalTime from, LocalTime to) {}
