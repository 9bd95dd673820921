package io.sevenfold.contacts.contact;

import io.quarkus.hibernate.orm.panache.Panache;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.ContactChanged;
import io.sevenfold.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Who owns contacts, of many at once. */
@ApplicationScoped
public class Ownership {

    private static final int BATCH = 1_000;

    /**
     * Rows are locked in the order of ids, as {@link OptOuts} does. That is lock enough: every other write of a contact locks its row
     * too before it reads it, and a rep may own more contacts than PostgreSQL has room for advisory locks.
     */
    private static final String END = """
            with owned as materialized (
              select workspace_id, id from contact where workspace_id = ? and owner_id = ? order by id limit ? for no key update)
            update contact c set owner_id = null, version = c.version + 1
              from owned where c.workspace_id = owned.workspace_id and c.id = owned.id
            returning\s""" + ContactRow.COLUMNS;

    private final Outbox outbox;

    Ownership(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Leaves all contacts of a rep without an owner, in the request's transaction, each with its event. */
    public void end(Subject rep) {
        List<OutgoingEvent> events;
        do {
            events = Panache.getSession().doReturningWork(connection -> endSome(connection, rep));
            outbox.append(events.toArray(OutgoingEvent[]::new));
        } while (events.size() == BATCH);
    }

    private static List<OutgoingEvent> endSome(Connection connection, Subject rep) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(END)) {
            sql.setString(1, rep.workspace());
            sql.setObject(2, rep.id());
            sql.setInt(3, BATCH);
            ResultSet rows = sql.executeQuery();
            List<OutgoingEvent> events = new ArrayList<>();
            while (rows.next()) {
                io.sevenfold.events.Contact contact = ContactRow.read(rows);
                events.add(OutgoingEvent.of(
                        Topic.CONTACTS.topicName(),
                        new Subject(rep.workspace(), contact.id()),
                        new ContactChanged(contact)));
            }
            return events;
        }
    }
}
