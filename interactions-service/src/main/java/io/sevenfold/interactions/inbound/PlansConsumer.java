package io.sevenfold.interactions.inbound;

import io.sevenfold.delivery.Endings;
import io.sevenfold.delivery.IncomingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.delivery.TopicConsumer;
import io.sevenfold.events.PlanChanged;
import io.sevenfold.events.Topic;
import io.sevenfold.events.Touchpoint;
import io.sevenfold.interactions.known.KnownTouchpoints;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** On a plan's event: notes whose its touchpoints are. */
@Singleton
class PlansConsumer implements TopicConsumer {

    @Override
    public String topic() {
        return Topic.PLANS.topicName();
    }

    @Override
    public void consume(Connection worker, List<IncomingEvent> events) throws SQLException {
        List<IncomingEvent> plans = events.stream()
                .filter(event -> event.type().equals("PlanChanged"))
                .toList();
        Endings endings =
                Subjects.lock(worker, plans.stream().map(IncomingEvent::subject).toList());
        Map<Subject, UUID> contacts = new HashMap<>();
        for (IncomingEvent plan : plans) {
            List<Touchpoint> touchpoints = plan.as(PlanChanged.class).touchpoints();
            if (!endings.erased(plan.subject())) {
                Subject survivor = endings.survivor(plan.subject());
                touchpoints.forEach(t -> contacts.put(new Subject(survivor.workspace(), t.id()), survivor.id()));
            }
        }
        KnownTouchpoints.store(worker, contacts);
    }
}
