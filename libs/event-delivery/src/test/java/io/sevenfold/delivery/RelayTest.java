package io.sevenfold.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sevenfold.infra.ServiceTestResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "notes"))
@WithTestResource(NotesResource.class)
class RelayTest {

    @Inject
    RelayWatch watch;

    @Test
    void stopsSoonAndGivesUpTheLockWhileItWaitsForAnAbsentKafka() throws IOException {
        // Given
        ServiceTestResource.postgres().createServiceDatabase("stopping");
        DataSource database = ServiceTestResource.postgres().superuser("stopping");
        try (ServerSocket neverAnswers = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + neverAnswers.getLocalPort();
            KafkaClients clients = new KafkaClients("stopping", Optional.empty(), Map.of("bootstrap.servers", address));
            Relay relay = new Relay(database, clients::relay, new OutboxSignal(), watch);

            // When
            relay.start();
            Notes.eventually().until(() -> locks() == 1);

            // Then
            assertTimeout(Duration.ofSeconds(5), relay::stop);
            assertEquals(0, locks());
        }
    }

    private static long locks() {
        return Notes.asSuperuser("""
                        select 1 from pg_locks where locktype = 'advisory'
                           and database = (select oid from pg_database where datname = 'stopping')""").size();
    }
}
