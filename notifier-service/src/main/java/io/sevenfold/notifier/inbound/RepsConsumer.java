package io.sevenfold.notifier.inbound;

import io.sevenfold.delivery.Endings;
import io.sevenfold.delivery.IncomingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.delivery.TopicConsumer;
import io.sevenfold.delivery.sql.Sql;
import io.sevenfold.events.Rep;
import io.sevenfold.events.RepAdded;
import io.sevenfold.events.RepChanged;
import io.sevenfold.events.Topic;
import io.sevenfold.notifier.gathering.GatheringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
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
            insert into rep (workspace_id, id, version, name, email, locale, time_zone, manager_id)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (workspace_id, id) do update set
              version = excluded.version, name = excluded.name, email = excluded.email, locale = excluded.locale,
              time_zone = excluded.time_zone, manager_id = excluded.manager_id
            where rep.version < excluded.version""";

    private static final String FORGET = "delete from rep where workspace_id = ? and id = ?";
    private static final String FORGET_PREFERENCE = "delete from preference where workspace_id = ? and rep_id = ?";

    private final GatheringJob gathering;

    RepsConsumer(GatheringJob gathering) {
        this.gathering = gathering;
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
        gathering.wake();
    }

    private static void keep(Map<Subject, Rep> newest, IncomingEvent event, Rep rep) {
        newest.merge(event.subject(), rep, (a, b) -> b.version() >= a.version() ? b : a);
    }

    private static void erase(Connection worker, Subject rep) throws SQLException {
        Subjects.erase(worker, rep);
        Sql.update(worker, FORGET, rep.workspace(), rep.id());
        Sql.update(worker, FORGET_PREFERENCE, rep.workspace(), rep.id());
    }

    private static void store(Connection worker, Map<Subject, Rep> reps) throws SQLException {
        Sql.batch(worker, STORE, reps.entrySet(), it -> {
            Rep rep = it.getValue();
            return new Object[] {
                it.getKey().workspace(),
                it.getKey().id(),
                rep.version(),
                rep.name(),
                rep.email(),
                rep.locale(),
                rep.timeZone(),
                rep.managerId()
            };
        });
    }
}
