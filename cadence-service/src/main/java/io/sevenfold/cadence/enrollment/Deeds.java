package io.sevenfold.cadence.enrollment;

import static io.sevenfold.cadence.sql.Sql.batch;
import static java.util.stream.Collectors.toMap;

import io.sevenfold.cadence.plan.Decisions;
import io.sevenfold.cadence.plan.Replanning;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Carries out what was not refused, under the contacts' locks: writes it, and plans all of them anew at once. */
final class Deeds {

    private Deeds() {}

    /**
     * @param trace of the request; null: none
     * @return what to append to the outbox in this transaction
     */
    static List<OutgoingEvent> carryOut(
            Connection connection, Collection<Verdict> verdicts, String by, String trace, Instant now)
            throws SQLException {
        List<Verdict> changing =
                verdicts.stream().filter(Verdict::changesSomething).toList();
        batch(
                connection,
                """
                insert into enrollment (workspace_id, id, contact_id, cadence_id, cadence_version, started_at, started_by)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                changing.stream().filter(it -> it.start() != null).toList(),
                it -> new Object[] {
                    it.contact().workspace(),
                    it.start().id(),
                    it.contact().id(),
                    it.start().cadence().id(),
                    it.start().cadence().version(),
                    it.start().at(),
                    by
                });
        for (Verdict it : changing) {
            if (it.decision() != null) {
                Decisions.keep(connection, it.contact(), List.of(it.decision()));
            }
        }
        List<HandOver> handOvers = changing.stream()
                .map(Verdict::handOver)
                .filter(Objects::nonNull)
                .toList();
        List<OutgoingEvent> events = new ArrayList<>(HandOvers.keep(connection, handOvers, by, now));
        List<Subject> contacts = changing.stream().map(Verdict::contact).toList();
        Map<Subject, String> causes =
                trace == null ? Map.of() : contacts.stream().collect(toMap(Function.identity(), it -> trace));
        events.addAll(Replanning.replan(connection, contacts, causes, now));
        return events;
    }
}
