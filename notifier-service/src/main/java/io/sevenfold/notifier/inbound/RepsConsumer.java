package io.sevenfold.notifier.inbound;

import io.sevenfold.delivery.Endings;
import io.sevenfold.delivery.IncomingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.delivery.TopicConsumer;
import io.sevenfold.events.Rep;
import io.sevenfold.events.RepAdded;
import io.sevenfold.events.RepChanged;
import io.sevenfold.events.Topic;
import io.sevenfold.notifier.sending.SendingJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps where and how each rep is written to; forgets the erased, to whom nothing is sent any more. */
@ApplicationScoped
public class RepsConsumer implements TopicConsumer {

    private static final String STORE = """
            insert into rep (workspace_id, id, version, name, email, locale, time_zone) values (?, ?, ?, ?, ?, ?, ?)
            on conflict (workspace_id, id) do update set
              version = excluded.version, name = excluded.name, email = excluded.email, locale = excluded.locale,
              time_zone = excluded.time_zone
            where rep.version < excluded.version""";

    private static final String FORGET = "delete from rep where workspace_id = ? and id = ?";

    private final SendingJob sending;

    RepsConsumer(SendingJob sending) {
        this.sending = sending;
    }

    @Override
    public String topic() {
        return Topic.REPS.topicName();
    }

    @Override
    public void consume(Connection worker, List<IncomingEvent> events) throws SQLException {
        Endings endings = Subjects.lock(
                worker, events.stream().map(IncomingEvent::subject).distinct().toList());
        Map<Subject, Rep> newest = new LinkedHashMap<>();
        Set<Subject> erased = new HashSet<>();
        for (IncomingEvent event : events) {
            switch (event.type()) {
                case "RepAdded" -> keep(newest, event, event.as(RepAdded.class).rep());
                case "RepChanged" ->
                    keep(newest, event, event.as(RepChanged.class).rep());
                case "RepErased" -> {
                    erase(worker, event.subject());
                    erased.add(event.subject());
                }
                default -> {}
            }
        }
        newest.keySet().removeIf(subject -> erased.contains(subject) || endings.erased(subject));
        store(worker, newest);
    }

    @Override
    public void committed() {
        sending.wake();
    }

    private static void keep(Map<Subject, Rep> newest, IncomingEvent event, Rep rep) {
        newest.merge(event.subject(), rep, (a, b) -> b.version() >= a.version() ? b : a);
    }

    private static void erase(Connection worker, Subject rep) throws SQLException {
        Subjects.erase(worker, rep);
        try (PreparedStatement sql = worker.prepareStatement(FORGET)) {
            sql.setString(1, rep.workspace());
            sql.setObject(2, rep.id());
            sql.executeUpdate();
        }
    }

    private static void store(Connection worker, Map<Subject, Rep> reps) throws SQLException {
        try (PreparedStatement sql = worker.prepareStatement(STORE)) {
            for (Map.Entry<Subject, Rep> entry : reps.entrySet()) {
                Rep rep = entry.getValue();
                sql.setString(1, entry.getKey().workspace());
                sql.setObject(2, entry.getKey().id());
                sql.setLong(3, rep.version());
                sql.setString(4, rep.name());
                sql.setString(5, rep.email());
                sql.setString(6, rep.locale());
                sql.setString(7, rep.timeZone());
                sql.addBatch();
            }
            sql.executeBatch();
        }
    }
}
