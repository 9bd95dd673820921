package io.sevenfold.events;

import java.time.LocalDate;
import java.util.UUID;

/** A touchpoint that did not fit a rep's day, in the open (P5): from when, until when is shown, for how many days in a row. */
public record Moved(UUID touchpointId, UUID contactId, LocalDate from, LocalDate to, int days) {}
