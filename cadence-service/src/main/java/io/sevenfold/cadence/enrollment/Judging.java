package io.sevenfold.cadence.enrollment;

import io.sevenfold.delivery.Endings;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Takes the locks of contacts and says of each what may be done. What is said of a merged one is said of the one that remains. */
final class Judging {

    private Judging() {}

    /**
     * @param orders by the contact that was named
     * @return by the contact that was named; one that went into another of them is left for later, when that one's is carried out
     */
    static Map<UUID, Verdict> judge(Connection connection, String workspace, Map<UUID, Order> orders, Instant now)
            throws SQLException {
        List<Subject> named =
                orders.keySet().stream().map(id -> new Subject(workspace, id)).toList();
        Endings endings = Subjects.lock(connection, named);
        Map<UUID, Subject> remaining = new LinkedHashMap<>();
        Set<Subject> distinct = new HashSet<>();
        for (Subject contact : named) {
            Subject survivor = endings.survivor(contact);
            if (distinct.add(survivor)) {
                remaining.put(contact.id(), survivor);
            }
        }
        Map<Subject, Standing> standings = Standings.of(connection, distinct);
        Collection<Order> all = orders.values();
        Target target = Target.of(connection, workspace, all.iterator().next());
        Map<UUID, Verdict> verdicts = new HashMap<>();
        remaining.forEach((id, contact) -> verdicts.put(
                id,
                standings.containsKey(contact)
                        ? new Rules(orders.get(id), target, now).judge(standings.get(contact))
                        : Verdict.refused(contact, unknown(endings, contact))));
        return verdicts;
    }

    private static Refusal unknown(Endings endings, Subject contact) {
        return endings.erased(contact)
                ? Refusal.refused("contact-erased", "contactId", "They were erased: nothing is kept of them any more.")
                : Refusal.notKnownYet();
    }
}
