package io.sevenfold.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads records by hand, with a consumer of its own for the moment: outside any group, and nothing is noted of it. */
final class DeadLetterTopics implements AutoCloseable {

    /** What is not found by then is asked for with the next page. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSING = Duration.ofSeconds(1);
    private static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

    /**
     * A part of the letters, in the order of their places.
     *
     * @param next where to go on; null at the end
     */
    record Found(List<DeadLetter> letters, Place next) {}

    private final Consumer<byte[], byte[]> kafka;
    private final String service;
    private final long deadline = System.nanoTime() + PATIENCE.toNanos();

    DeadLetterTopics(Consumer<byte[], byte[]> kafka, String service) {
        this.kafka = kafka;
        this.service = service;
    }

    /** Those that this service put aside. */
    Found list(Collection<String> topics, Place from, int limit) {
        List<TopicPartition> partitions = topics.stream()
                .flatMap(this::partitions)
                .filter(each -> from == null || ORDER.compare(each, partition(from)) >= 0)
                .sorted(ORDER)
                .toList();
        Map<TopicPartition, Long> begins = kafka.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = kafka.endOffsets(partitions);
        List<DeadLetter> found = new ArrayList<>();
        for (TopicPartition each : partitions) {
            boolean within = from != null && each.equals(partition(from));
            long begin = Math.max(begins.get(each), within ? from.offset() : 0);
            Place next = begin < ends.get(each) ? read(each, begin, ends.get(each), limit, found) : null;
            if (next != null) {
                return new Found(found, next);
            }
        }
        return new Found(found, null);
    }

    /** The letter at this place, if it is there and one of this service. */
    Optional<ConsumerRecord<byte[], byte[]>> letter(Place place) {
        return record(place).filter(this::isOurs);
    }

    /**
     * The record at this place, if it is still there.
     *
     * @throws TimeoutException where Kafka does not say so in time
     */
    Optional<ConsumerRecord<byte[], byte[]>> record(Place place) {
        TopicPartition partition = partition(place);
        if (partitions(place.topic()).noneMatch(partition::equals)
                || kafka.beginningOffsets(List.of(partition)).get(partition) > place.offset()) {
            return Optional.empty();
        }
        long end = kafka.endOffsets(List.of(partition)).get(partition);
        begin(partition, place.offset());
        while (place.offset() < end && kafka.position(partition) <= place.offset() && !isLate()) {
            for (ConsumerRecord<byte[], byte[]> each : kafka.poll(POLL).records(partition)) {
                return Optional.of(each).filter(first -> first.offset() == place.offset());
            }
        }
        if (place.offset() < end && kafka.position(partition) <= place.offset()) {
            throw new TimeoutException("No record within " + PATIENCE);
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        kafka.close(CloseOptions.timeout(CLOSING));
    }

    /** Where to go on, or null at the partition's end. */
    private Place read(TopicPartition partition, long from, long end, int limit, List<DeadLetter> found) {
        begin(partition, from);
        while (kafka.position(partition) < end) {
            if (isLate()) {
                return new Place(partition.topic(), partition.partition(), kafka.position(partition));
            }
            for (ConsumerRecord<byte[], byte[]> each : kafka.poll(POLL).records(partition)) {
                if (isOurs(each)) {
                    if (found.size() == limit) {
                        return new Place(each.topic(), each.partition(), each.offset());
                    }
                    found.add(DeadLetter.of(each));
                }
            }
        }
        return null;
    }

    private void begin(TopicPartition partition, long offset) {
        kafka.assign(List.of(partition));
        kafka.seek(partition, offset);
    }

    private boolean isOurs(ConsumerRecord<byte[], byte[]> letter) {
        String from = DeadLetters.header(letter, DeadLetters.TOPIC);
        return service.equals(DeadLetters.header(letter, DeadLetters.SERVICE))
                && letter.topic().equals(from + DeadLetters.TOPIC_SUFFIX);
    }

    private boolean isLate() {
        return System.nanoTime() > deadline;
    }

    private Stream<TopicPartition> partitions(String topic) {
        return kafka.partitionsFor(topic).stream().map(info -> new TopicPartition(info.topic(), info.partition()));
    }

    private static TopicPartition partition(Place place) {
        return new TopicPartition(place.topic(), place.partition());
    }
}
