package io.sevenfold.events;

/** An interaction was removed: the plan becomes what it would have been without it (P6). */
public record InteractionRemoved(Interaction interaction) {}
