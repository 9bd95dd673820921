package io.sevenfold.interactions.inbound;

import io.sevenfold.delivery.IncomingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.TopicConsumer;
import io.sevenfold.events.RepAdded;
import io.sevenfold.events.RepChanged;
import io.sevenfold.events.RepErased;
import io.sevenfold.events.Topic;
import io.sevenfold.interactions.known.KnownReps;
import io.sevenfold.interactions.known.KnownReps.State;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** On a rep's event: notes that there is such a rep, or that there was. */
@Singleton
class RepsConsumer implements TopicConsumer {

    @Override
    public String topic() {
        return Topic.REPS.topicName();
    }

    @Override
    public void consume(Connection worker, List<IncomingEvent> events) throws SQLException {
        Map<Subject, State> states = new HashMap<>();
        for (IncomingEvent event : events) {
            state(event).ifPresent(state -> states.merge(event.subject(), state, State::or));
        }
        KnownReps.store(worker, states);
    }

    private static Optional<State> state(IncomingEvent event) {
        return Optional.ofNullable(
                switch (event.type()) {
                    case "RepAdded" -> new State(event.as(RepAdded.class).rep().version(), false);
                    case "RepChanged" ->
                        new State(event.as(RepChanged.class).rep().version(), false);
                    case "RepErased" -> new State(event.as(RepErased.class).version(), true);
                    default -> null;
                });
    }
}
