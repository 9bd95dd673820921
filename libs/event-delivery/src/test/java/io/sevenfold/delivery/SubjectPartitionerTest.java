package io.sevenfold.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

class SubjectPartitionerTest {

    @Test
    void partitionsByWorkspaceAndIdWhateverFollows() {
        // Given
        Subject subject = Notes.subject();

        // When
        int partition = partition(subject.key());

        // Then
        assertEquals(partition, partition(subject.key() + "/" + Notes.subject().id()));
        assertEquals(partition, partition(subject.key() + "/a/b"));
        assertEquals(
                Utils.toPositive(Utils.murmur2(subject.key().getBytes(StandardCharsets.UTF_8))) % 12,
                partition,
                "as Kafka's own partitioner places such a key");
    }

    @Test
    void usesAllPartitions() {
        assertEquals(
                12,
                IntStream.range(0, 500)
                        .mapToObj(i -> partition(Notes.subject().key()))
                        .collect(Collectors.toSet())
                        .size());
    }

    private static int partition(String key) {
        return SubjectPartitioner.partition(key.getBytes(StandardCharsets.UTF_8), 12);
    }
}
