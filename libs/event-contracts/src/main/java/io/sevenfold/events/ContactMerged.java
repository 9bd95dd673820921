package io.sevenfold.events;

import java.util.UUID;

/** Final: this contact is now part of {@code mergedInto}; writes to it go there. */
public record ContactMerged(UUID contactId, long version, UUID mergedInto) {}
