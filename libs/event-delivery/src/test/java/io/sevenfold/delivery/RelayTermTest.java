package io.sevenfold.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sevenfold.infra.ServiceTestResource;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two relays of one service, on a database of their own. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "notes"))
@WithTestResource(NotesResource.class)
class RelayTermTest {

    private static final String TOPIC = "unread";

    @Inject
    EventEncoder encoder;

    private final DataSource database = ServiceTestResource.postgres().superuser("elections");
    private final KafkaClients clients = new KafkaClients(
            "elections",
            Optional.empty(),
            Map.of("bootstrap.servers", ServiceTestResource.kafka().bootstrapServers()));

    @BeforeEach
    void makeTheOutbox() throws Exception {
        ServiceTestResource.postgres().createServiceDatabase("elections");
        String script = new String(getClass()
                .getResourceAsStream("/db/delivery/V0_1__delivery.sql")
                .readAllBytes());
        execute("drop schema public cascade; create schema public; " + script);
    }

    @Test
    void letsOnlyOneRelayLeadAtATime() throws SQLException {
        // Given
        try (RelayTerm first = RelayTerm.stand(database, clients::relay).orElseThrow()) {
            append(Notes.subject(), 1);

            // When
            Optional<RelayTerm> second = RelayTerm.stand(database, clients::relay);

            // Then
            assertEquals(Optional.empty(), second);
            assertEquals(1, first.publish());
        }
        try (RelayTerm next = RelayTerm.stand(database, clients::relay).orElseThrow()) {
            assertEquals(0, next.publish());
        }
    }

    @Test
    void keepsADeposedRelayFromPublishing() throws SQLException {
        // Given
        Subject subject = Notes.subject();
        append(subject, 3);

        // When
        RelayTerm deposed = RelayTerm.stand(database, () -> beforeCommit(clients.relay(), this::electAnother))
                .orElseThrow();
        RuntimeException refused = assertThrows(RuntimeException.class, deposed::publish);

        // Then
        assertTrue(
                refused instanceof ProducerFencedException || refused instanceof InvalidProducerEpochException,
                refused.toString());
        assertEquals(3, TopicReader.about(subject, TOPIC).size());
    }

    /** The lock is lost with its connection, and another relay leads and publishes before the first commits. */
    private void electAnother() {
        try {
            execute("""
                    select pg_terminate_backend(pid) from pg_locks
                     where locktype = 'advisory' and granted
                       and database = (select oid from pg_database where datname = 'elections')""");
            Notes.eventually().until(() -> Notes.asSuperuser("""
                                    select 1 from pg_locks where locktype = 'advisory'
                                       and database = (select oid from pg_database where datname = 'elections')""").isEmpty());
            try (RelayTerm elected = RelayTerm.stand(database, clients::relay).orElseThrow()) {
                assertEquals(3, elected.publish());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Producer<byte[], byte[]> beforeCommit(Producer<byte[], byte[]> producer, Runnable interruption) {
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                RelayTermTest.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commitTransaction")) {
                        producer.flush();
                        interruption.run();
                    }
                    try {
                        return method.invoke(producer, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void append(Subject subject, int events) throws SQLException {
        List<OutboxRow> rows = IntStream.rangeClosed(1, events)
                .mapToObj(version -> encoder.encode(OutgoingEvent.of(TOPIC, subject, new Note(version, "elected"))))
                .toList();
        try (Connection connection = database.getConnection()) {
            OutboxTable.insert(connection, rows);
        }
    }

    private void execute(String script) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(script);
        }
    }
}
