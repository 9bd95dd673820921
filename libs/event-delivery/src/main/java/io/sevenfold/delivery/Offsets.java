package io.sevenfold.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The SQL of the table {@code consumer_offset}: how far each partition has been handled. */
final class Offsets {

    /** Every partition gets its row at once, so that advancing is always an update of what was read. */
    private static final String BEGIN = """
            insert into consumer_offset (topic, partition, next_offset)
            select topic, partition, 0 from unnest(?::text[], ?::int[]) as p(topic, partition)
            on conflict do nothing""";

    private static final String READ = """
            select topic, partition, next_offset from consumer_offset
              join unnest(?::text[], ?::int[]) as p(topic, partition) using (topic, partition)""";

    private static final String ADVANCE = """
            update consumer_offset o set next_offset = n.next
              from unnest(?::text[], ?::int[], ?::bigint[], ?::bigint[]) as n(topic, partition, read, next)
             where o.topic = n.topic and o.partition = n.partition and o.next_offset = n.read""";

    private Offsets() {}

    /** Where each of these partitions goes on; 0 where it was never read. */
    static Map<TopicPartition, Long> read(Connection connection, Collection<TopicPartition> partitions)
            throws SQLException {
        List<TopicPartition> listed = List.copyOf(partitions);
        try (PreparedStatement begin = connection.prepareStatement(BEGIN);
                PreparedStatement read = connection.prepareStatement(READ)) {
            setPartitions(connection, begin, listed);
            begin.executeUpdate();
            setPartitions(connection, read, listed);
            Map<TopicPartition, Long> offsets = new HashMap<>();
            try (ResultSet found = read.executeQuery()) {
                while (found.next()) {
                    offsets.put(new TopicPartition(found.getString(1), found.getInt(2)), found.getLong(3));
                }
            }
            return offsets;
        }
    }

    /**
     * Advances from what was read to what comes next.
     *
     * @throws TakenOver when another instance has advanced any of them
     */
    static void advance(Connection connection, Map<TopicPartition, Long> read, Map<TopicPartition, Long> next)
            throws SQLException {
        List<TopicPartition> listed = List.copyOf(next.keySet());
        try (PreparedStatement sql = connection.prepareStatement(ADVANCE)) {
            setPartitions(connection, sql, listed);
            sql.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", listed.stream().map(read::get).toArray()));
            sql.setArray(
                    4,
                    connection.createArrayOf(
                            "bigint", listed.stream().map(next::get).toArray()));
            if (sql.executeUpdate() != listed.size()) {
                throw new TakenOver();
            }
        }
    }

    private static void setPartitions(Connection connection, PreparedStatement sql, List<TopicPartition> partitions)
            throws SQLException {
        Object[] topics = partitions.stream().map(TopicPartition::topic).toArray();
        Object[] numbers = partitions.stream().map(TopicPartition::partition).toArray();
        sql.setArray(1, connection.createArrayOf("text", topics));
        sql.setArray(2, connection.createArrayOf("int", numbers));
    }

    /** Another instance reads the partition by now: what was polled here is not to be handled. */
    static final class TakenOver extends RuntimeException {

        TakenOver() {
            super("Another instance has taken a partition over");
        }
    }
}
