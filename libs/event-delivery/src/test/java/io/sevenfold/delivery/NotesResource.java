package io.sevenfold.delivery;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.sevenfold.infra.ServiceTestResource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/** Makes the tests' topic, once the broker is there. */
public class NotesResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        ServiceTestResource.kafka()
                .createTopics(List.of(
                        new NewTopic(Note.TOPIC, 4, (short) 1),
                        new NewTopic(Note.TOPIC + DeadLetters.TOPIC_SUFFIX, 4, (short) 1),
                        new NewTopic("shared", 6, (short) 1),
                        new NewTopic("shared" + DeadLetters.TOPIC_SUFFIX, 6, (short) 1),
                        new NewTopic("unread", 4, (short) 1)));
        return Map.of();
    }

    @Override
    public void stop() {}
}
