package io.sevenfold.cadence.enrollment;

import static java.util.stream.Collectors.toMap;

import io.sevenfold.cadence.plan.Decisions;
import io.sevenfold.cadence.plan.Enrollments;
import io.sevenfold.cadence.plan.HandOver;
import io.sevenfold.cadence.plan.HandOvers;
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
        Enrollments.start(
                connection,
                changing.stream().map(Verdict::start).filter(Objects::nonNull).toList());
        Decisions.keep(
                connection,
                changing.stream()
                        .filter(it -> it.decision() != null)
                        .map(it -> new Decisions.Of(it.contact(), it.decision()))
                        .toList());
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
