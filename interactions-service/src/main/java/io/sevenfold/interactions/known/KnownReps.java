package io.sevenfold.interactions.known;

import io.sevenfold.delivery.Subject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Which reps there are, and which there were: an erased one never comes back. */
public final class KnownReps {

    private static final String STORE = """
            insert into rep (workspace_id, id, version, erased)
            select * from unnest(?::text[], ?::uuid[], ?::bigint[], ?::boolean[])
            on conflict (workspace_id, id) do update set version = excluded.version, erased = excluded.erased
              where not rep.erased and (excluded.erased or rep.version < excluded.version)""";

    /** What is kept of a rep. */
    public record State(long version, boolean erased) {

        /** The one of two states that counts, whichever arrived first. */
        public State or(State other) {
            if (erased != other.erased) {
                return erased ? this : other;
            }
            return version >= other.version ? this : other;
        }
    }

    private KnownReps() {}

    /** Stores the states that are newer than what is stored. */
    public static void store(Connection worker, Map<Subject, State> states) throws SQLException {
        List<Subject> reps = List.copyOf(states.keySet());
        Object[] versions = reps.stream().map(rep -> states.get(rep).version()).toArray();
        Object[] erased = reps.stream().map(rep -> states.get(rep).erased()).toArray();
        try (PreparedStatement sql = worker.prepareStatement(STORE)) {
            Keys.bind(sql, worker, reps);
            sql.setArray(3, worker.createArrayOf("bigint", versions));
            sql.setArray(4, worker.createArrayOf("boolean", erased));
            sql.executeUpdate();
        }
    }
}
