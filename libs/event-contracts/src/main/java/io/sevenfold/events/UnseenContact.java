package io.sevenfold.events;

import java.util.UUID;

/** A contact of a rep's without a next touch, and why (principle 7). */
public record UnseenContact(UUID contactId, UUID repId, WhyNone why) {}
