package io.sevenfold.events;

/** A rep was added: their first whole state. */
public record RepAdded(Rep rep) {}
