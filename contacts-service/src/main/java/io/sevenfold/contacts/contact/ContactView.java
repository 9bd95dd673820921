package io.sevenfold.contacts.contact;

import io.sevenfold.events.Channel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A contact as the API shows it.
 *
 * @param version goes up with each change
 * @param doNotContactBecause the interaction that set {@code doNotContact}, if one did
 * @param doNotContactLiftedAt when it was last lifted (UTC); a "never" that occurred before binds no longer
 */
@Schema(name = "Contact")
public record ContactView(
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
