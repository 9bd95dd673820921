package io.sevenfold.events;

/** A rep was changed: their whole state now. */
public record RepChanged(Rep rep) {}
