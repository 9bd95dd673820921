package io.sevenfold.contacts.contact;

import java.time.Instant;
import java.util.UUID;

/** Somebody decided at {@code at} (UTC) that a contact is {@code toRep}'s from then on. */
public record HandOver(UUID toRep, Instant at) {}
