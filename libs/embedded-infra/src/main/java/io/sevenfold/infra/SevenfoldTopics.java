package io.sevenfold.infra;

import io.sevenfold.events.Topic;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;

/** All topics of the system with their dead letters, as one broker can hold them. */
public final class SevenfoldTopics {

    private static final short ONE_COPY = 1;

    private SevenfoldTopics() {}

    public static Collection<NewTopic> all() {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> Stream.of(
                        new NewTopic(topic.topicName(), topic.partitions(), ONE_COPY).configs(topic.config()),
                        new NewTopic(topic.deadLetters(), topic.partitions(), ONE_COPY)
                                .configs(topic.deadLettersConfig())))
                .toList();
    }
}
