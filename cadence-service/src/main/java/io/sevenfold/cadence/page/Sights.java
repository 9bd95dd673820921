package io.sevenfold.cadence.page;

import static io.sevenfold.delivery.sql.Sql.query;

import io.sevenfold.cadence.page.Sight.Decided;
import io.sevenfold.cadence.page.Sight.Next;
import io.sevenfold.cadence.page.Sight.Person;
import io.sevenfold.cadence.plan.Outlook;
import io.sevenfold.cadence.plan.RepCalendars;
import io.sevenfold.cadence.plan.StoredTouchpoint;
import io.sevenfold.cadence.planning.Decision;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.Channel;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.Intent;
import io.sevenfold.events.Rep;
import io.sevenfold.events.Stage;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.events.WhyNone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Looks at touchpoints for their pages. Reads only. */
@ApplicationScoped
class Sights {

    private static final int STORY = 5;

    private record Around(Person contact, String withWhom, Integer steps, EndReason ended) {}

    private static final String AROUND = """
            select c.name, c.company, c.owner_id, k.stage, k.why_none, w.state ->> 'name' as with_whom, e.end_reason,
                   (select max(step) from touchpoint s
                     where s.workspace_id = t.workspace_id and s.contact_id = t.contact_id
                       and s.enrollment_id = t.enrollment_id) as steps
              from touchpoint t
              join contact c on c.workspace_id = t.workspace_id and c.id = t.contact_id
              left join connection k on k.workspace_id = t.workspace_id and k.contact_id = t.contact_id
              left join rep w on w.workspace_id = t.workspace_id and w.id = t.owner_id
              left join enrollment e on e.workspace_id = t.workspace_id and e.id = t.enrollment_id
             where t.workspace_id = ? and t.id = ?""";

    private static final String DECIDED = """
            select d.*, r.state ->> 'name' as by_name from decision d
              left join rep r on r.workspace_id = d.workspace_id and r.id::text = d.decided_by
             where d.workspace_id = ? and d.contact_id = ? and d.touchpoint_id = ?
               and d.kind in ('SKIP', 'SNOOZE', 'RESCHEDULE')
             order by d.decided_at desc, d.id desc limit 1""";

    private static final String NEXT = """
            select kind, step, channel, intent, due_on from touchpoint
             where workspace_id = ? and contact_id = ? and id <> ? and state in ('PLANNED', 'DUE')
             order by due_on nulls last, step nulls first limit 1""";

    private final DataSource app;
    private final Clock clock;

    Sights(DataSource app, Clock clock) {
        this.app = app;
        this.clock = clock;
    }

    /** What is seen through the door; empty where there is nothing, or nothing that is the rep's to see, or the rep has left. */
    @Transactional
    Optional<Sight> through(Door door) throws SQLException {
        try (Connection connection = app.getConnection()) {
            String workspace = door.link().workspace();
            Optional<StoredTouchpoint> stored = StoredTouchpoint.find(connection, workspace, door.touchpointId());
            Optional<Rep> reader =
                    RepCalendars.rep(connection, workspace, door.link().repId());
            Sight sight =
                    stored.isEmpty() || reader.isEmpty() ? null : of(connection, workspace, stored.get(), reader.get());
            return Optional.ofNullable(sight)
                    .filter(it -> !door.isOfDay() || it.concerns(door.link().repId()));
        }
    }

    /** The date it would come to for each date it could be given. */
    @Transactional
    Map<LocalDate, LocalDate> outlook(Door door, Sight sight, Decision.Kind kind, List<LocalDate> dates)
            throws SQLException {
        try (Connection connection = app.getConnection()) {
            Subject contact =
                    new Subject(door.link().workspace(), sight.stored().contactId());
            return Outlook.of(connection, contact, door.touchpointId(), kind, dates, sight.now());
        }
    }

    private Sight of(Connection connection, String workspace, StoredTouchpoint stored, Rep reader) throws SQLException {
        UUID id = stored.touchpoint().id();
        UUID contact = stored.contactId();
        Around around = first(query(connection, AROUND, Sights::around, workspace, id));
        if (around == null) {
            return null;
        }
        return new Sight(
                stored,
                around.contact,
                reader,
                around.withWhom,
                stored.touchpoint().step() == null ? null : around.steps,
                first(query(connection, DECIDED, Sights::decided, workspace, contact, id)),
                Stories.one(connection, workspace, stored.touchpoint().closedBy()),
                around.ended,
                first(query(connection, NEXT, Sights::next, workspace, contact, id)),
                Stories.of(connection, workspace, List.of(contact), STORY).getOrDefault(contact, List.of()),
                clock.instant());
    }

    private static <T> T first(List<T> found) {
        return found.isEmpty() ? null : found.get(0);
    }

    private static Around around(Row row) throws SQLException {
        return new Around(
                new Person(
                        row.text("name"),
                        row.text("company"),
                        row.uuid("owner_id"),
                        row.constant("stage", Stage.class),
                        row.constant("why_none", WhyNone.class)),
                row.text("with_whom"),
                row.integer("steps"),
                row.constant("end_reason", EndReason.class));
    }

    private static Decided decided(Row row) throws SQLException {
        return new Decided(
                row.uuid("id"),
                row.constant("kind", Decision.Kind.class),
                row.instant("decided_at"),
                row.text("decided_by"),
                row.text("by_name"),
                row.date("until"),
                row.text("reason"));
    }

    private static Next next(Row row) throws SQLException {
        return new Next(
                row.constant("kind", TouchpointKind.class),
                row.integer("step"),
                row.constant("channel", Channel.class),
                row.constant("intent", Intent.class),
                row.date("due_on"));
    }
}
