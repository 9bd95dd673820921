package io.sevenfold.notifier.inbound;

import static io.sevenfold.delivery.sql.Sql.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.f4b6a3.uuid.UuidCreator;
import io.sevenfold.delivery.EventJson;
import io.sevenfold.delivery.Subject;
import io.sevenfold.notifier.reminder.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** How a rep's day makes a digest, and a manager's week another: each once, however often its event is seen (N2). */
@ApplicationScoped
class DayRows {

    /** The event, and when its mail is to come. */
    record Begun(Subject rep, Occasion occasion, LocalDate date, Instant digestAt, Object event, String traceparent) {

        private UUID id() {
            return UuidCreator.getNameBasedSha1(rep.id(), rep.workspace() + "/" + occasion + "/" + date);
        }
    }

    private static final String REMIND = """
            insert into reminder (workspace_id, id, rep_id, occasion, day, told, gathered, send_from, traceparent)
            values (?, ?, ?, ?, ?, ?::jsonb, false, ?, ?)
            on conflict (workspace_id, id) do nothing""";

    void store(Connection worker, List<Begun> begun) throws SQLException {
        batch(worker, REMIND, begun, it -> new Object[] {
            it.rep().workspace(),
            it.id(),
            it.rep().id(),
            it.occasion(),
            it.date(),
            json(it.event()),
            it.digestAt(),
            it.traceparent()
        });
    }

    private static String json(Object event) {
        try {
            return EventJson.mapper().writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event that was read cannot be written", e);
        }
    }
}
