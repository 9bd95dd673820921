package io.sevenfold.cadence.plan;

import io.sevenfold.delivery.Subject;
import java.util.UUID;

/**
 * A contact that another rep follows up from now on.
 *
 * @param from null: nobody did
 */
public record HandOver(Subject contact, UUID from, UUID to) {}
