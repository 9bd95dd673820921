package io.sevenfold.notifier.inbound;

import io.sevenfold.delivery.Endings;
import io.sevenfold.delivery.IncomingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.delivery.TopicConsumer;
import io.sevenfold.events.Channel;
import io.sevenfold.events.Contact;
import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.ContactChanged;
import io.sevenfold.events.ContactMerged;
import io.sevenfold.events.Topic;
import io.sevenfold.notifier.gathering.GatheringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps the newest state of each contact; follows merges; forgets the erased. */
@ApplicationScoped
public class ContactsConsumer implements TopicConsumer {

    private static final String STORE = """
            insert into contact (workspace_id, id, version, name, email, phone, company, title, time_zone,
                                 do_not_contact, opted_out_channels)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (workspace_id, id) do update set
              version = excluded.version, name = excluded.name, email = excluded.email, phone = excluded.phone,
              company = excluded.company, title = excluded.title, time_zone = excluded.time_zone,
              do_not_contact = excluded.do_not_contact, opted_out_channels = excluded.opted_out_channels
            where contact.version < excluded.version""";

    private final ContactRows rows;
    private final GatheringJob gathering;

    ContactsConsumer(ContactRows rows, GatheringJob gathering) {
        this.rows = rows;
        this.gathering = gathering;
    }

    @Override
    public String topic() {
        return Topic.CONTACTS.topicName();
    }

    @Override
    public void consume(Connection worker, List<IncomingEvent> events) throws SQLException {
        Endings endings = Subjects.lock(worker, subjects(events));
        Map<Subject, Contact> newest = new LinkedHashMap<>();
        Set<Subject> ended = new HashSet<>();
        for (IncomingEvent event : events) {
            switch (event.type()) {
                case "ContactAdded" ->
                    keep(newest, event, event.as(ContactAdded.class).contact());
                case "ContactChanged" ->
                    keep(newest, event, event.as(ContactChanged.class).contact());
                case "ContactMerged" -> {
                    rows.merge(
                            worker,
                            event.subject(),
                            event.as(ContactMerged.class).mergedInto());
                    ended.add(event.subject());
                }
                case "ContactErased" -> {
                    rows.erase(worker, event.subject());
                    ended.add(event.subject());
                }
                default -> {}
            }
        }
        newest.keySet()
                .removeIf(subject -> ended.contains(subject)
                        || endings.erased(subject)
                        || !endings.survivor(subject).equals(subject));
        store(worker, newest);
    }

    @Override
    public void committed() {
        gathering.wake();
    }

    private static void keep(Map<Subject, Contact> newest, IncomingEvent event, Contact contact) {
        newest.merge(event.subject(), contact, (a, b) -> b.version() >= a.version() ? b : a);
    }

    /** Those whose states these are, and those whom they were merged into. */
    private static Set<Subject> subjects(List<IncomingEvent> events) {
        Set<Subject> subjects = new HashSet<>();
        for (IncomingEvent event : events) {
            subjects.add(event.subject());
            if (event.type().equals("ContactMerged")) {
                subjects.add(new Subject(
                        event.subject().workspace(),
                        event.as(ContactMerged.class).mergedInto()));
            }
        }
        return subjects;
    }

    private static void store(Connection worker, Map<Subject, Contact> contacts) throws SQLException {
        try (PreparedStatement sql = worker.prepareStatement(STORE)) {
            for (Map.Entry<Subject, Contact> entry : contacts.entrySet()) {
                Contact contact = entry.getValue();
                sql.setString(1, entry.getKey().workspace());
                sql.setObject(2, entry.getKey().id());
                sql.setLong(3, contact.version());
                sql.setString(4, contact.name());
                sql.setString(5, contact.email());
                sql.setString(6, contact.phone());
                sql.setString(7, contact.company());
                sql.setString(8, contact.title());
                sql.setString(9, contact.timeZone());
                sql.setBoolean(10, contact.doNotContact());
                sql.setArray(11, worker.createArrayOf("text", channels(contact)));
                sql.addBatch();
            }
            sql.executeBatch();
        }
    }

    private static Object[] channels(Contact contact) {
        return contact.doNotContactChannels() == null
                ? new Object[0]
                : contact.doNotContactChannels().stream().map(Channel::name).toArray();
    }
}
