package io.sevenfold.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.sevenfold.events.Topic;
import io.sevenfold.infra.MailServer;
import io.sevenfold.local.LocalStack;
import io.sevenfold.local.Ports;
import io.sevenfold.local.Service;
import io.sevenfold.local.ServiceProcess;
import io.sevenfold.local.StateFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;

/** The packaged notifier on its database, broker and SMTP server, with the test in the place of the other services. */
final class NotifierAlone implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper()
            .findAndRegisterModules()
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .disable(
                    SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);

    final String workspace = "w-" + UUID.randomUUID();
    private final Clock clock = Clock.systemUTC();
    private final LocalStack stack;
    private final KafkaProducer<String, byte[]> producer;

    NotifierAlone() throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/stacks")), "notifier");
        stack = new LocalStack(
                Path.of("../..").toAbsolutePath().normalize(),
                new StateFolder(folder),
                Ports.free(),
                dead -> System.err.println(dead.name() + " died; see " + dead.log()));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        stack.startInfrastructure();
        stack.startServices(Service.NOTIFIER);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.kafka().bootstrapServers(), "linger.ms", 5),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    ServiceProcess process() {
        return stack.service(Service.NOTIFIER);
    }

    MailServer mail() {
        return stack.mail();
    }

    String token(String role) {
        return stack.tokens().token(workspace, role, null, Duration.ofHours(1));
    }

    /** As the service that owns the topic would, in the order of the calls for one subject. */
    void publish(Topic topic, UUID subject, Object event) {
        publish(topic, subject, "", event);
    }

    /** @param rest what follows the subject in the key */
    void publish(Topic topic, UUID subject, String rest, Object event) {
        try {
            String key = workspace + "/" + subject;
            int partition = Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % topic.partitions();
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(topic.topicName(), partition, key + rest, JSON.writeValueAsBytes(event));
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            UUID.randomUUID().toString(),
                            "ce_source",
                            "/test",
                            "ce_type",
                            "io.sevenfold." + event.getClass().getSimpleName(),
                            "ce_time",
                            clock.instant().toString(),
                            "ce_subject",
                            subject.toString(),
                            "ce_workspace",
                            workspace,
                            "content-type",
                            "application/json")
                    .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What became due waits ten minutes for more (N1). */
    void passTimeToGather() {
        stack.clock().set(clock.instant().plus(Duration.ofMinutes(11)));
    }

    void flush() {
        producer.flush();
    }

    /** The rows of a query on its database. */
    List<List<String>> query(String query) {
        try (Connection connection = stack.postgres().superuser("notifier").getConnection();
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(query)) {
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getString(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        stack.close();
    }
}
