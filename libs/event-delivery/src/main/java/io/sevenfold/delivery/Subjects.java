package io.sevenfold.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The lock that every write about a subject holds until its transaction ends, and the subjects whose stream has ended
 * for ever: erased, or merged into another. Works in transactions of both roles, in read committed.
 */
public final class Subjects {

    private static final String CHAIN = """
            with recursive chain(workspace, id) as (
              select * from unnest(?::text[], ?::uuid[])
              union
              select e.workspace_id, e.merged_into from chain c
                join ended_subject e on e.workspace_id = c.workspace and e.subject_id = c.id
               where e.merged_into is not null
            )""";

    private static final String LOOK = CHAIN + """
            select e.workspace_id, e.subject_id, e.merged_into from ended_subject e
              join chain c on e.workspace_id = c.workspace and e.subject_id = c.id""";

    /**
     * Two statements in one round trip. The locks are taken in the order of the hash, so that no two writers wait for
     * each other; the second statement sees what those committed who held them before.
     */
    private static final String LOCK = CHAIN + """
            select pg_advisory_xact_lock(hash) from (
              select distinct hashtextextended(workspace || '/' || id, 0) as hash from chain order by hash
            ) sorted;
            """ + LOOK;

    private Subjects() {}

    /**
     * Waits for the locks of these subjects and of those they were merged into, and says which have ended. To be asked
     * before anything else in the transaction is locked, once for all subjects it writes about.
     */
    public static Endings lock(Connection connection, Collection<Subject> subjects) {
        try {
            Set<Subject> locked = new HashSet<>(subjects);
            Endings endings = lockOnce(connection, locked);
            // A merge that was committed while we waited leads to one more survivor.
            while (locked.addAll(survivors(endings, locked))) {
                endings = lockOnce(connection, locked);
            }
            return endings;
        } catch (SQLException e) {
            throw new DatabaseFailure(e, true);
        }
    }

    /** As {@link #lock(Connection, Collection)}. */
    public static Endings lock(Connection connection, Subject... subjects) {
        return lock(connection, List.of(subjects));
    }

    /** Which of these have ended by now, without waiting for whoever is writing: for reading only. */
    public static Endings look(Connection connection, Subject... subjects) {
        try (PreparedStatement sql = connection.prepareStatement(LOOK)) {
            bind(sql, 1, List.of(subjects));
            return read(sql.executeQuery());
        } catch (SQLException e) {
            throw new DatabaseFailure(e, true);
        }
    }

    /** Notes for ever that this subject, and with it all that was merged into it, is erased. Idempotent. */
    public static void erase(Connection connection, Subject subject) {
        update(connection, """
                insert into ended_subject (workspace_id, subject_id) values (?, ?)
                on conflict (workspace_id, subject_id) do update set merged_into = null
                  where ended_subject.merged_into is not null""", subject, null);
    }

    /** Notes for ever that this subject went into another. Idempotent; an earlier ending stays. */
    public static void merge(Connection connection, Subject subject, UUID into) {
        if (subject.id().equals(into)) {
            throw new IllegalArgumentException("A subject cannot be merged into itself");
        }
        update(connection, """
                insert into ended_subject (workspace_id, subject_id, merged_into) values (?, ?, ?)
                on conflict (workspace_id, subject_id) do nothing""", subject, into);
    }

    private static Set<Subject> survivors(Endings endings, Set<Subject> subjects) {
        return subjects.stream().map(endings::survivor).collect(Collectors.toSet());
    }

    private static Endings lockOnce(Connection connection, Set<Subject> subjects) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(LOCK)) {
            bind(sql, 1, subjects);
            bind(sql, 3, subjects);
            sql.execute();
            sql.getMoreResults();
            return read(sql.getResultSet());
        }
    }

    private static void bind(PreparedStatement sql, int first, Collection<Subject> subjects) throws SQLException {
        Connection connection = sql.getConnection();
        sql.setArray(
                first,
                connection.createArrayOf(
                        "text", subjects.stream().map(Subject::workspace).toArray()));
        sql.setArray(
                first + 1,
                connection.createArrayOf(
                        "uuid", subjects.stream().map(Subject::id).toArray()));
    }

    private static Endings read(ResultSet found) throws SQLException {
        Map<Subject, Optional<UUID>> ended = new HashMap<>();
        while (found.next()) {
            Subject subject = new Subject(found.getString(1), found.getObject(2, UUID.class));
            ended.put(subject, Optional.ofNullable(found.getObject(3, UUID.class)));
        }
        return new Endings(ended);
    }

    private static void update(Connection connection, String statement, Subject subject, UUID into) {
        try (PreparedStatement sql = connection.prepareStatement(statement)) {
            sql.setString(1, subject.workspace());
            sql.setObject(2, subject.id());
            if (into != null) {
                sql.setObject(3, into);
            }
            sql.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e, true);
        }
    }
}
