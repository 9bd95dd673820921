package io.sevenfold.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A person we know, whole, as of {@code version}. Only {@code name} is always there.
 *
 * @param timeZone IANA name of the contact's own zone, where known
 * @param ownerId the rep who follows up; null: none, nothing is planned (P9)
 * @param externalId the id another application knows the contact by
 * @param doNotContact nothing is planned or mailed for them any more
 * @param doNotContactChannels the channels they opted out of, where they did not opt out wholly
 * @param doNotContactBecause the interaction that set it, if one did
 * @param doNotContactLiftedAt when it was last lifted: a "never" that occurred before binds no longer
 */
public record Contact(
        UUID id,
        long version,
        String name,
        String email,
        String phone,
        String company,
        String title,
        String timeZone,
        UUID ownerId,
        String externalId,
        List<String> tags,
        boolean doNotContact,
        List<Channel> doNotContactChannels,
        UUID doNotContactBecause,
        Instant doNotContactLiftedAt) {}
