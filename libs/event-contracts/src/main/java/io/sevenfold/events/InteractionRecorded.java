package io.sevenfold.events;

/** An interaction was recorded: its first whole state. */
public record InteractionRecorded(Interaction interaction) {}
