package io.sevenfold.system;

import static io.restassured.RestAssured.given;
import static io.sevenfold.system.Sevenfold.eventually;
import static io.sevenfold.system.Sevenfold.itIs;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.infra.FreePort;
import io.sevenfold.local.Service;
import io.sevenfold.local.ServiceProcess;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two replicas of a service, and a relay that lost its lock without noticing: Kafka's fencing keeps it from publishing. */
class TwoRelaysIT {

    @Test
    void aDeposedRelayCannotPublish() throws Exception {
        // Given: the first replica's relay leads, freezes, and loses its session and so its lock
        itIs("2027-03-01T07:00:00Z");
        Workspace workspace = Workspace.withRepWhoWantsEach(50);
        ServiceProcess first = Sevenfold.stack().service(Service.CONTACTS);
        ServiceProcess second = Sevenfold.stack().startReplica(Service.CONTACTS, 2, FreePort.find());
        List<UUID> contacts = new ArrayList<>();
        try {
            signal("STOP", first);
            endSessionOfTheRelay();

            // When: the other leads, and then the first wakes up and believes it still does
            contacts.addAll(addVia(second, workspace, 10));
            contacts.forEach(workspace::awaitPlanned);
            signal("CONT", first);
            contacts.addAll(addVia(first, workspace, 10));
            contacts.addAll(addVia(second, workspace, 10));

            // Then: only the other leads, and each contact was told of once
            contacts.forEach(workspace::awaitPlanned);
            eventually().ignoreExceptions().until(() -> !leads(first) && leads(second));
            assertEquals(
                    contacts.size(), Topics.values("contacts", workspace.name).size());
            itIs("2027-03-01T07:45:00Z");
            eventually().until(() -> workspace.mails().size() >= contacts.size());
            assertEquals(contacts.size(), workspace.mails().size());
        } finally {
            signal("CONT", first);
            second.stop();
        }
    }

    private static List<UUID> addVia(ServiceProcess replica, Workspace workspace, int count) {
        List<UUID> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID id = UUID.randomUUID();
            eventually().ignoreExceptions().until(() -> {
                int status = workspace
                        .as("app")
                        .body(Map.of("id", id, "name", "Contact " + id, "ownerId", workspace.rep))
                        .post(replica.url() + "/v1/contacts")
                        .statusCode();
                return status == 201 || status == 200;
            });
            added.add(id);
        }
        return added;
    }

    static boolean leads(ServiceProcess replica) {
        String metrics = given().get(replica.managementUrl() + "/q/metrics").asString();
        return metrics.lines().anyMatch(line -> line.matches("sevenfold_relay_leader(\\{.*})? 1\\.0"));
    }

    private static void endSessionOfTheRelay() throws SQLException {
        try (Connection superuser =
                        Sevenfold.stack().postgres().superuser("contacts").getConnection();
                Statement sql = superuser.createStatement()) {
            sql.execute("""
                    select pg_terminate_backend(pid) from pg_locks
                     where locktype = 'advisory' and granted and mode = 'ExclusiveLock'
                       and database = (select oid from pg_database where datname = 'contacts')""");
        }
    }

    private static void signal(String name, ServiceProcess process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }
}
