package io.sevenfold.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The SQL of the table {@code dead_letter_replay}. */
final class ReplayTable {

    private static final String NOTE = """
            insert into dead_letter_replay (topic, partition, letter_offset) values (?, ?, ?)
            on conflict (topic, partition, letter_offset) do update set replayed_at = excluded.replayed_at""";

    private static final String READ = """
            select topic, partition, letter_offset, replayed_at from dead_letter_replay
              join unnest(?::text[], ?::int[], ?::bigint[]) as p(topic, partition, letter_offset)
                using (topic, partition, letter_offset)""";

    private ReplayTable() {}

    static void note(Connection connection, Place letter) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(NOTE)) {
            sql.setString(1, letter.topic());
            sql.setInt(2, letter.partition());
            sql.setLong(3, letter.offset());
            sql.executeUpdate();
        }
    }

    /** When those of these letters were replayed that were. */
    static Map<Place, Instant> read(Connection connection, List<Place> letters) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(READ)) {
            sql.setArray(
                    1,
                    connection.createArrayOf(
                            "text", letters.stream().map(Place::topic).toArray()));
            sql.setArray(
                    2,
                    connection.createArrayOf(
                            "int", letters.stream().map(Place::partition).toArray()));
            sql.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", letters.stream().map(Place::offset).toArray()));
            Map<Place, Instant> replayed = new HashMap<>();
            try (ResultSet found = sql.executeQuery()) {
                while (found.next()) {
                    replayed.put(
                            new Place(found.getString(1), found.getInt(2), found.getLong(3)),
                            found.getObject(4, OffsetDateTime.class).toInstant());
                }
            }
            return replayed;
        }
    }
}
