package io.sevenfold.cadence.inbound;

import static io.sevenfold.delivery.sql.Sql.query;
import static io.sevenfold.delivery.sql.Sql.update;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sevenfold.cadence.due.RepDays;
import io.sevenfold.cadence.plan.Replanning;
import io.sevenfold.cadence.plan.StandIns;
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
import java.util.Set;

/** Keeps the reps' calendars; a change of one has their contacts planned anew. */
@ApplicationScoped
public class RepsConsumer implements TopicConsumer {

    private static final Set<String> STATES = Set.of("RepAdded", "RepChanged");
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
        Endings endings = Subjects.lock(
                connection, latest.stream().map(IncomingEvent::subject).toList());
        List<State> states = new ArrayList<>();
        List<Subject> changed = new ArrayList<>();
        for (IncomingEvent event : latest) {
            if (endings.erased(event.subject())) {
                continue;
            }
            if (event.type().equals(ERASED)) {
                forget(connection, event.subject());
                changed.add(event.subject());
            } else if (STATES.contains(event.type())) {
                states.add(new State(event.subject(), event.as(RepAdded.class).rep()));
            }
        }
        List<Subject> newer = keep(connection, states);
        RepDays.schedule(connection, newer, clock.instant());
        StandIns.keep(connection, newer, clock.instant());
        changed.addAll(newer);
        Replanning.request(connection, changed);
    }

    /** Keeps the states that are newer than what is known; gives the reps they are of. */
    private static List<Subject> keep(Connection connection, List<State> states) throws SQLException {
        return query(
                connection,
                """
                insert into rep as known (workspace_id, id, version, state)
                select workspace_id, id, version, state::jsonb
                  from unnest(?::text[], ?::uuid[], ?::bigint[], ?::text[]) as new(workspace_id, id, version, state)
                on conflict (workspace_id, id) do update set version = excluded.version, state = excluded.state
                  where known.version < excluded.version
                returning workspace_id, id""",
                row -> row.subject("id"),
                states.stream().map(state -> state.subject.workspace()).toList(),
                states.stream().map(state -> state.subject.id()).toList(),
                states.stream().map(state -> state.rep.version()).toList(),
                states.stream().map(state -> json(state.rep)).toList());
    }

    private static void forget(Connection connection, Subject rep) throws SQLException {
        Subjects.erase(connection, rep);
        update(connection, "delete from rep where workspace_id = ? and id = ?", rep.workspace(), rep.id());
        update(
                connection,
                "delete from calendar_feed where workspace_id = ? and rep_id = ?",
                rep.workspace(),
                rep.id());
    }

    private static String json(Rep rep) {
        try {
            return EventJson.mapper().writeValueAsString(rep);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
