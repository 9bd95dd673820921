package io.sevenfold.events;

import java.time.LocalDate;
import java.util.UUID;

/** Whole local dates a rep is away, both ends included (T2); {@code coverRepId} is null where nobody covers (P9). */
public record Absence(LocalDate from, LocalDate to, UUID coverRepId) {}
