package io.sevenfold.events;

/** A contact was added: its first whole state. */
public record ContactAdded(Contact contact) {}
