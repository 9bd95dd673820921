package io.sevenfold.notifier.mail;

import io.sevenfold.delivery.EventJson;
import io.sevenfold.events.Channel;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.TouchpointDue;
import io.sevenfold.notifier.reminder.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All a reminder's mail is made of, as it is known.
 *
 * @param rep whom it is to: of an escalation the manager
 * @param due the TouchpointDue, as JSON
 * @param last what happened last between the contact and us; null: nothing yet
 * @param lastTheirs what came last from the contact themselves; null: nothing yet
 */
public record MailFacts(
        Occasion occasion, String due, Recipient rep, Person contact, Happened last, Happened lastTheirs, Owed owed) {

    /**
     * A reply owed, as it stands.
     *
     * @param repName who is to answer, where known
     * @param since when the clock began that has ended; null but for an escalation
     * @param answerBy when its clock ends; null where nothing is owed
     */
    public record Owed(String repName, Instant since, Instant answerBy) {}

    /**
     * The rep who is reminded.
     *
     * @param locale BCP 47 language tag
     * @param timeZone IANA name
     */
    public record Recipient(UUID id, String name, String email, String locale, String timeZone) {}

    /**
     * The contact, of whom only the name is always known.
     *
     * @param timeZone IANA name
     */
    public record Person(
            String name,
            String email,
            String phone,
            String company,
            String title,
            String timeZone,
            boolean doNotContact) {}

    /**
     * An interaction.
     *
     * @param repName whose it was, where known
     */
    public record Happened(
            UUID id,
            UUID repId,
            String repName,
            Direction direction,
            Channel channel,
            Outcome outcome,
            Instant occurredAt,
            String gave,
            String note) {}

    ReminderFacts asReminder(String workspace) {
        try {
            TouchpointDue told = EventJson.mapper().readValue(due, TouchpointDue.class);
            return new ReminderFacts(
                    occasion,
                    workspace,
                    new ReminderFacts.Recipient(rep.id, rep.name, rep.email, rep.locale, rep.timeZone),
                    List.of(new ReminderFacts.Item(
                            occasion,
                            told,
                            new ReminderFacts.Person(
                                    told.contactId(),
                                    contact.name,
                                    contact.email,
                                    contact.phone,
                                    contact.company,
                                    contact.title,
                                    contact.timeZone,
                                    contact.doNotContact),
                            null,
                            happened(last),
                            happened(lastTheirs),
                            new ReminderFacts.Owed(owed.repName, owed.since, owed.answerBy),
                            true)),
                    null,
                    null,
                    null);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("A stored TouchpointDue cannot be read", e);
        }
    }

    private static ReminderFacts.Happened happened(Happened h) {
        return h == null
                ? null
                : new ReminderFacts.Happened(
                        h.id, h.repId, h.repName, h.direction, h.channel, h.outcome, h.occurredAt, h.gave, h.note);
    }
}
