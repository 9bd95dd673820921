package io.sevenfold.events;

/** An interaction was corrected: its whole state now. */
public record InteractionCorrected(Interaction interaction) {}
