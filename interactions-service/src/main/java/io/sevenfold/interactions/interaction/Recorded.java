package io.sevenfold.interactions.interaction;

import io.sevenfold.events.Interaction;

/**
 * What recording led to.
 *
 * @param isNew false where the same had been recorded before
 */
record Recorded(Interaction interaction, boolean isNew) {}
