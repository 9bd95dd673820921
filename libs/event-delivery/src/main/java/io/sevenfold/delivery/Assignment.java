package io.sevenfold.delivery;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/**
 * The partitions this instance reads. One that is newly assigned or was rewound is paused until it has been sought to
 * the offset in the database, which may have to wait for the database.
 */
final class Assignment implements ConsumerRebalanceListener {

    private final Consumer<byte[], byte[]> kafka;
    private final WorkerTransactions transactions;
    private final Map<TopicPartition, Long> read = new HashMap<>();
    private final Set<TopicPartition> unsought = new HashSet<>();

    Assignment(Consumer<byte[], byte[]> kafka, WorkerTransactions transactions) {
        this.kafka = kafka;
        this.transactions = transactions;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        rewind(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        unsought.removeAll(partitions);
        read.keySet().removeAll(partitions);
    }

    /** Forgets how far these are read and pauses them. */
    void rewind(Collection<TopicPartition> partitions) {
        kafka.pause(partitions);
        read.keySet().removeAll(partitions);
        unsought.addAll(partitions);
    }

    void rewindAll() {
        rewind(kafka.assignment());
    }

    boolean isUnsought() {
        return !unsought.isEmpty();
    }

    /** Goes to where the database says and reads on from there. */
    void seek() {
        Map<TopicPartition, Long> stored = transactions.call(connection -> Offsets.read(connection, unsought));
        stored.forEach(kafka::seek);
        read.putAll(stored);
        kafka.resume(unsought);
        unsought.clear();
    }

    /** By partition, what the database held when this instance last read or wrote it. */
    Map<TopicPartition, Long> read() {
        return read;
    }

    void advanced(Map<TopicPartition, Long> next) {
        read.putAll(next);
    }
}
