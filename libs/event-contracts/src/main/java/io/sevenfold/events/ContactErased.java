package io.sevenfold.events;

import java.util.UUID;

/** Final: nothing of this person may remain anywhere. */
public record ContactErased(UUID contactId, long version) {}
