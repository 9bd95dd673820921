package io.sevenfold.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that happened between a rep and a contact, whole, as of {@code version}.
 *
 * @param repId who of us it was; null where nobody in particular (an inbound mail to a shared address)
 * @param occurredAt when it happened, never in the future of the recording service's clock
 * @param recordedAt when Sevenfold first learned of it
 * @param touchpointId the touchpoint it names as done, if any
 * @param gave what was given, in words
 * @param note the rep's own words
 * @param revisitOn the date they asked to be contacted again (not-now, no-budget)
 * @param returnOn when they are back (auto-reply)
 * @param meetingOn the date of the meeting (meeting-booked)
 * @param optOutOf with never: the one channel they opted out of; null: all of them
 * @param mergedFrom the contact it happened with, where that one was merged into {@code contactId} since (P12); else null
 */
public record Interaction(
        UUID id,
        long version,
        UUID contactId,
        UUID repId,
        Direction direction,
        Channel channel,
        Outcome outcome,
        Instant occurredAt,
        Instant recordedAt,
        UUID touchpointId,
        String gave,
        String note,
        LocalDate revisitOn,
        LocalDate returnOn,
        LocalDate meetingOn,
        Channel optOutOf,
        UUID mergedFrom) {}
