package io.sevenfold.cadence.queue;

import static io.sevenfold.delivery.sql.Sql.query;

import io.sevenfold.cadence.plan.Replanning;
import io.sevenfold.cadence.plan.StoredTouchpoint;
import io.sevenfold.cadence.plan.Trace;
import io.sevenfold.cadence.queue.Results.Result;
import io.sevenfold.cadence.touchpoint.Closing;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.rest.Problem;
import io.sevenfold.rest.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Touchpoints that one call is about, held under their contacts' locks. Each is refused, settled already, or left to act on; one
 * refusal does not stop the others.
 */
final class Selected {

    private final Connection connection;
    private final String workspace;
    private final Map<UUID, StoredTouchpoint> left = new LinkedHashMap<>();
    private final Map<UUID, Problem> problems = new LinkedHashMap<>();

    private Selected(Connection connection, String workspace) {
        this.connection = connection;
        this.workspace = workspace;
    }

    /** Waits for the locks of these touchpoints' contacts and looks at the touchpoints; refuses those that are not there. */
    static Selected hold(Connection connection, String workspace, Collection<UUID> ids) throws SQLException {
        Selected selected = new Selected(connection, workspace);
        Subjects.lock(connection, selected.contacts(selected.find(ids).values()));
        Map<UUID, StoredTouchpoint> found = selected.find(ids);
        for (UUID id : ids) {
            selected.problems.put(id, null);
            if (found.containsKey(id)) {
                selected.left.put(id, found.get(id));
            } else {
                selected.refuse(id, ProblemException.notFound("touchpoint", id));
            }
        }
        return selected;
    }

    /** Those it holds for are as they should be: nothing is left to do. */
    void settled(Predicate<StoredTouchpoint> already) {
        left.values().removeIf(already);
    }

    void refuse(Predicate<StoredTouchpoint> which, ProblemException why) {
        new ArrayList<>(left.values())
                .stream().filter(which).forEach(it -> refuse(it.touchpoint().id(), why));
    }

    /** Each closed one is told what already happened. */
    void refuseClosed() throws SQLException {
        List<StoredTouchpoint> closed = left.values().stream()
                .filter(it -> !it.touchpoint().state().isOpen())
                .toList();
        Closing.refusals(connection, workspace, closed).forEach(this::refuse);
    }

    /** What is left to act on. */
    Collection<StoredTouchpoint> left() {
        return left.values();
    }

    /** The contacts of what is left. */
    Set<Subject> contacts() {
        return contacts(left.values());
    }

    /** Plans the contacts of what is left anew, after what was decided was written; the events of both, in their order. */
    OutgoingEvent[] replanned(List<OutgoingEvent> decided, Instant now) throws SQLException {
        Map<Subject, String> causes = new HashMap<>();
        String trace = Trace.current();
        if (trace != null) {
            contacts().forEach(contact -> causes.put(contact, trace));
        }
        List<OutgoingEvent> events = new ArrayList<>(decided);
        events.addAll(Replanning.replan(connection, contacts(), causes, now));
        return events.toArray(OutgoingEvent[]::new);
    }

    Results results() {
        return Results.of(problems.entrySet().stream()
                .map(it -> new Result(it.getKey(), it.getValue() == null, it.getValue()))
                .toList());
    }

    private void refuse(UUID id, ProblemException why) {
        left.remove(id);
        problems.put(id, why.problem());
    }

    private Set<Subject> contacts(Collection<StoredTouchpoint> touchpoints) {
        Set<Subject> contacts = new HashSet<>();
        touchpoints.forEach(it -> contacts.add(new Subject(workspace, it.contactId())));
        return contacts;
    }

    private Map<UUID, StoredTouchpoint> find(Collection<UUID> ids) throws SQLException {
        Map<UUID, StoredTouchpoint> found = new HashMap<>();
        query(
                        connection,
                        "select * from touchpoint where workspace_id = ? and id = any(?::uuid[])",
                        StoredTouchpoint::read,
                        workspace,
                        ids)
                .forEach(it -> found.put(it.touchpoint().id(), it));
        return found;
    }
}
