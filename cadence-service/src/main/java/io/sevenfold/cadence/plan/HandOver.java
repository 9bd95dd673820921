package io.sevenfold.cadence.plan;

import static io.sevenfold.cadence.sql.Sql.query;

import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.ContactHandedOver;
import io.sevenfold.events.Topic;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Gives contacts to another rep, who follows up from now on. It is so here at once; contacts-service, whose contacts they are,
 * makes it so everywhere.
 */
public final class HandOver {

    private HandOver() {}

    /** Which of these contacts are that rep's already. */
    public static Set<UUID> alreadyOf(Connection connection, UUID repId, Collection<Subject> contacts)
            throws SQLException {
        return Set.copyOf(query(
                connection,
                """
                select id from contact
                  join unnest(?::text[], ?::uuid[]) as wanted(workspace_id, id) using (workspace_id, id)
                 where owner_id = ?""",
                row -> row.uuid("id"),
                contacts.stream().map(Subject::workspace).toList(),
                contacts.stream().map(Subject::id).toList(),
                repId));
    }

    /**
     * Hands over those of these contacts that are not that rep's already. Under the contacts' locks; whoever asks plans them anew
     * afterwards.
     *
     * @param toRepId a rep known here
     * @param by the rep's id or the application's name
     * @param reason the person's own words; may be null
     * @return the events to append to the outbox before those of the new plans
     */
    public static List<OutgoingEvent> of(
            Connection connection, Collection<Subject> contacts, UUID toRepId, String by, String reason, Instant now)
            throws SQLException {
        return query(
                connection,
                """
                with given as (
                  update contact c set owner_id = ?
                    from contact before
                    join unnest(?::text[], ?::uuid[]) as wanted(workspace_id, id) using (workspace_id, id)
                   where c.workspace_id = before.workspace_id and c.id = before.id and before.owner_id is distinct from ?
                  returning c.workspace_id, c.id, before.owner_id)
                insert into hand_over (workspace_id, contact_id, from_rep_id, to_rep_id, decided_at, decided_by, reason)
                select workspace_id, id, owner_id, ?, ?, ?, ? from given
                returning workspace_id, contact_id""",
                row -> {
                    Subject contact = new Subject(row.text("workspace_id"), row.uuid("contact_id"));
                    ContactHandedOver event = new ContactHandedOver(contact.id(), toRepId, now, by);
                    return OutgoingEvent.of(Topic.TOUCHPOINTS.topicName(), contact, event);
                },
                toRepId,
                contacts.stream().map(Subject::workspace).toList(),
                contacts.stream().map(Subject::id).toList(),
                toRepId,
                toRepId,
                now,
                by,
                reason);
    }
}
