package io.sevenfold.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sevenfold.events.Topic;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaTest {

    @Test
    void topicsAreThoseOfTheContracts() {
        // When
        Map<String, JsonNode> made = new TreeMap<>();
        Chart.made("full", "KafkaTopic")
                .forEach(topic -> made.put(topic.at("/spec/topicName").asText(), topic.at("/spec")));

        // Then
        assertThat(made).hasSize(2 * Topic.values().length);
        for (Topic topic : Topic.values()) {
            is(made.get(topic.topicName()), topic, topic.config());
            is(made.get(topic.deadLetters()), topic, topic.deadLettersConfig());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cadence", "contacts", "interactions", "notifier"})
    void usersMayDoWhatTheirServiceDoes(String service) {
        // Given
        JsonNode user = Chart.made("full", "KafkaUser").stream()
                .filter(each -> each.name().equals("sevenfold-" + service))
                .findAny()
                .orElseThrow()
                .at("/spec/authorization/acls");

        // When
        Set<String> read = allowed(user, "topic", "Read");
        Set<String> lettersRead =
                read.stream().filter(KafkaTest::isOfDeadLetters).collect(Collectors.toSet());
        read.removeAll(lettersRead);
        Set<String> written = allowed(user, "topic", "Write");

        // Then
        assertThat(read).isEqualTo(ServiceCode.of(service).topicsRead());
        assertThat(written.stream().filter(KafkaTest::isOfDeadLetters))
                .as("what it cannot handle of each topic that it reads")
                .containsExactlyInAnyOrderElementsOf(
                        read.stream().map(topic -> topic + ".dead-letters").toList())
                .as("and what operators look at")
                .containsExactlyInAnyOrderElementsOf(lettersRead);
        assertThat(allowed(user, "group", "Read")).containsExactly(service);
        assertThat(allowed(user, "transactionalId", "Write")).containsExactly(service + "-relay");
        assertThat(user.toString()).doesNotContain("\"All\"", "\"prefix\"", "\"*\"", "Create", "Alter", "Delete");
    }

    @Test
    void eachTopicHasOneWriter() {
        Set<String> written = new TreeSet<>();
        for (Resource user : Chart.made("full", "KafkaUser")) {
            allowed(user.at("/spec/authorization/acls"), "topic", "Write").stream()
                    .filter(topic -> !isOfDeadLetters(topic))
                    .forEach(topic -> assertThat(written.add(topic)).as(topic).isTrue());
        }
        assertThat(written).hasSize(Topic.values().length);
    }

    private static void is(JsonNode made, Topic topic, Map<String, String> config) {
        assertThat(made.path("partitions").asInt()).isEqualTo(topic.partitions());
        Map<String, String> settings = Resource.strings(made.path("config"));
        assertThat(settings.remove("min.insync.replicas")).isEqualTo("2");
        assertThat(settings).isEqualTo(config);
    }

    private static boolean isOfDeadLetters(String topic) {
        return topic.endsWith(".dead-letters");
    }

    private static Set<String> allowed(JsonNode acls, String type, String operation) {
        return Resource.elements(acls)
                .filter(acl -> acl.at("/resource/type").asText().equals(type))
                .filter(acl -> Resource.elements(acl.path("operations"))
                        .anyMatch(each -> each.asText().equals(operation)))
                .map(acl -> acl.at("/resource/name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
