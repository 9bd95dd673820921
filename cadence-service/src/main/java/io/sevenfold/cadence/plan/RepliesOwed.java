package io.sevenfold.cadence.plan;

import io.sevenfold.cadence.planning.LateReplies;
import io.sevenfold.delivery.Subject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What is known of the replies owed to contacts beyond their rows. */
public final class RepliesOwed {

    private RepliesOwed() {}

    /** The touchpoints of these contacts' replies whose messages were recorded too late to be escalated (N3). */
    public static Set<UUID> recordedLate(Connection connection, Collection<Subject> contacts) throws SQLException {
        Set<UUID> late = new HashSet<>();
        Facts.of(connection, contacts).forEach(facts -> late.addAll(LateReplies.of(facts.situation())));
        return late;
    }
}
