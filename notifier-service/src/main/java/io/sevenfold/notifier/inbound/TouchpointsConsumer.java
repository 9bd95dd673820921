package io.sevenfold.notifier.inbound;

import io.sevenfold.delivery.Endings;
import io.sevenfold.delivery.IncomingEvent;
import io.sevenfold.delivery.PermanentFailure;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.delivery.TopicConsumer;
import io.sevenfold.events.Topic;
import io.sevenfold.events.TouchpointDue;
import io.sevenfold.notifier.sending.SendingJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Makes a reminder of each round in which a touchpoint becomes due (N1), and cancels what need not be sent any more (N4). */
@ApplicationScoped
public class TouchpointsConsumer implements TopicConsumer {

    private static final Set<String> KNOWN = Set.of(
            "TouchpointDue",
            "TouchpointDone",
            "TouchpointSkipped",
            "TouchpointSnoozed",
            "TouchpointCancelled",
            "TouchpointPostponed");

    private final ReminderRows rows;
    private final SendingJob sending;

    TouchpointsConsumer(ReminderRows rows, SendingJob sending) {
        this.rows = rows;
        this.sending = sending;
    }

    /** What done, skipped, snoozed, cancelled and postponed have in common. */
    private record Finished(UUID touchpointId, int round) {}

    @Override
    public String topic() {
        return Topic.TOUCHPOINTS.topicName();
    }

    @Override
    public void consume(Connection worker, List<IncomingEvent> all) throws SQLException {
        List<IncomingEvent> events =
                all.stream().filter(event -> KNOWN.contains(event.type())).toList();
        Endings endings = Subjects.lock(
                worker, events.stream().map(IncomingEvent::subject).distinct().toList());
        Rounds rounds = new Rounds();
        List<ReminderRows.Due> due = new ArrayList<>();
        for (IncomingEvent event : events) {
            String workspace = event.subject().workspace();
            if (!event.type().equals("TouchpointDue")) {
                Finished finished = event.as(Finished.class);
                rounds.finished(workspace, finished.touchpointId(), finished.round());
            } else if (!endings.erased(event.subject())) {
                TouchpointDue announced = complete(event.as(TouchpointDue.class));
                Subject contact = endings.survivor(event.subject());
                rounds.due(workspace, announced.touchpoint().id(), announced.round());
                due.add(new ReminderRows.Due(contact, announced, event.traceparent()));
            }
        }
        rows.store(worker, rounds, due);
    }

    @Override
    public void committed() {
        sending.wake();
    }

    private static TouchpointDue complete(TouchpointDue due) {
        if (due.repId() == null || due.dueAt() == null || due.touchpoint() == null) {
            throw new PermanentFailure("A TouchpointDue without a rep, an instant or a touchpoint");
        }
        return due;
    }
}
