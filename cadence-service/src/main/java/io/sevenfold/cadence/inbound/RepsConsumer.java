package io.sevenfold.cadence.inbound;

import static io.sevenfold.cadence.sql.Sql.batch;
import static io.sevenfold.cadence.sql.Sql.update;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sevenfold.cadence.due.RepDays;
import io.sevenfold.cadence.plan.Replanning;
import io.sevenfold.delivery.Endings;
import io.sevenfold.delivery.EventJson;
import io.sevenfold.delivery.IncomingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.delivery.TopicConsumer;
import io.sevenfold.events.Rep;
import io.sevenfold.events.RepAdded;
import io.sevenfold.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Keeps the reps' calendars; a change of one has their contacts planned anew. */
@ApplicationScoped
public class RepsConsumer implements TopicConsumer {

    private static final String ERASED = "RepErased";

    private record State(Subject subject, Rep rep) {}

    private final Clock clock;

    RepsConsumer(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String topic() {
        return Topic.REPS.topicName();
    }

    @Override
    public void consume(Connection connection, List<IncomingEvent> events) throws SQLException {
        List<IncomingEvent> latest = IncomingEvent.lastOfEachKey(events);
        List<Subject> subjects = latest.stream().map(IncomingEvent::subject).toList();
        Endings endings = Subjects.lock(connection, subjects);
        List<State> states = new ArrayList<>();
        for (IncomingEvent event : latest) {
            if (event.isTombstone() || endings.erased(event.subject())) {
                continue;
            }
            if (event.type().equals(ERASED)) {
                Subjects.erase(connection, event.subject());
                Subject rep = event.subject();
                update(connection, "delete from rep where workspace_id = ? and id = ?", rep.workspace(), rep.id());
            } else {
                states.add(new State(event.subject(), event.as(RepAdded.class).rep()));
            }
        }
        batch(connection, """
                insert into rep as known (workspace_id, id, version, state) values (?, ?, ?, ?::jsonb)
                on conflict (workspace_id, id) do update set version = excluded.version, state = excluded.state
                  where known.version < excluded.version""", states, state ->
                new Object[] {state.subject.workspace(), state.subject.id(), state.rep.version(), json(state.rep)});
        RepDays.schedule(connection, subjects, clock.instant());
        Replanning.request(connection, subjects);
    }

    private static String json(Rep rep) {
        try {
            return EventJson.mapper().writeValueAsString(rep);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
