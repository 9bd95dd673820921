package io.sevenfold.events;

/** A contact was changed: its whole state now. */
public record ContactChanged(Contact contact) {}
