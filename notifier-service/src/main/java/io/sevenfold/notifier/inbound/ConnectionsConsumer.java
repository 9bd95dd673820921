package io.sevenfold.notifier.inbound;

import static io.sevenfold.delivery.sql.Sql.batch;

import io.sevenfold.delivery.Endings;
import io.sevenfold.delivery.IncomingEvent;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.delivery.TopicConsumer;
import io.sevenfold.events.ConnectionChanged;
import io.sevenfold.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Keeps how far we have come with each contact (S1), to be told in mails. */
@ApplicationScoped
public class ConnectionsConsumer implements TopicConsumer {

    private static final String STORE = """
            insert into connection (workspace_id, contact_id, version, stage) values (?, ?, ?, ?)
            on conflict (workspace_id, contact_id) do update set version = excluded.version, stage = excluded.stage
            where connection.version < excluded.version""";

    @Override
    public String topic() {
        return Topic.CONNECTIONS.topicName();
    }

    /** Of one who was merged another tells. */
    @Override
    public void consume(Connection worker, List<IncomingEvent> events) throws SQLException {
        List<IncomingEvent> newest = IncomingEvent.lastOfEachKey(events).stream()
                .filter(event -> event.type().equals("ConnectionChanged"))
                .toList();
        Endings endings = Subjects.lock(
                worker, newest.stream().map(IncomingEvent::subject).toList());
        List<IncomingEvent> living = newest.stream()
                .filter(event -> !endings.erased(event.subject())
                        && endings.survivor(event.subject()).equals(event.subject()))
                .toList();
        batch(worker, STORE, living, event -> {
            ConnectionChanged it = event.as(ConnectionChanged.class);
            return new Object[] {event.subject().workspace(), event.subject().id(), it.version(), it.stage()};
        });
    }
}
