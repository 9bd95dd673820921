package io.sevenfold.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.sevenfold.infra.Database;
import io.sevenfold.infra.Logged;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL ends the connections of requests and lets no new ones in, as it does while it restarts. */
@ContactsServiceTest
class DatabaseAwayTest {

    private final Workspace acme = Workspace.fresh();
    private final Map<String, ?> ada = Map.of("id", UUID.randomUUID(), "name", "Ada");

    @AfterEach
    void comeBack() {
        Database.change("alter role contacts_app connection limit -1");
        await().untilAsserted(() ->
                assertThat(acme.as("app").get("/v1/contacts").statusCode()).isEqualTo(200));
    }

    @Test
    void asksToTryAgainLater() {
        // Given
        UUID id = acme.addContact(Map.of("name", "Ben"));
        Database.change("alter role contacts_app connection limit 0");
        Database.query("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'contacts_app'");

        try (Logged logged = new Logged()) {
            // When
            List<Response> answers = List.of(
                    acme.as("app").get("/v1/contacts"),
                    acme.contact(id),
                    acme.as("app").body(ada).post("/v1/contacts"),
                    acme.patchContact(id, Map.of("version", 1, "title", "Owner")),
                    acme.as("app").delete("/v1/contacts/" + id));

            // Then
            answers.forEach(answer -> answer.then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "5")
                    .body("type", endsWith(":database-away"))
                    .body("retryable", equalTo(true)));
            assertThat(logged.withStackTraces())
                    .extracting(LogRecord::getLoggerName)
                    .noneMatch(logger -> logger.startsWith("io.sevenfold"));
        }

        // When
        comeBack();

        // Then
        acme.as("app").body(ada).post("/v1/contacts").then().statusCode(201);
        acme.contact(id).then().body("version", equalTo(1));
    }
}
