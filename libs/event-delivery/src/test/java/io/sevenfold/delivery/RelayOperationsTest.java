package io.sevenfold.delivery;

import static io.restassured.RestAssured.given;
import static io.sevenfold.delivery.Notes.eventually;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.sevenfold.infra.ServiceTestResource;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "service", value = "notes"))
@WithTestResource(NotesResource.class)
class RelayOperationsTest {

    @TestHTTPResource(management = true)
    URI management;

    @Inject
    Notes notes;

    @Test
    void sayWhoPublishesAndWhatWaits() {
        // When
        notes.publish(Note.event(Notes.subject(), 1, "published"));

        // Then
        eventually()
                .untilAsserted(() -> relay().statusCode(200)
                        .body("leads", equalTo(true))
                        .body("leadingSince", notNullValue())
                        .body("lastPublishedAt", notNullValue())
                        .body("published", greaterThan(0))
                        .body("heldUpBy", nullValue())
                        .body("databaseAway", equalTo(false))
                        .body("outbox.rows", equalTo(0))
                        .body("outbox.oldestSeconds", equalTo(0.0f))
                        .body("leader.pid", equalTo(Integer.parseInt(lockHolder())))
                        .body("leader.connectedSince", notNullValue()));
    }

    @Test
    void sayWhatHoldsThePublishingUp() {
        // Given
        eventually().untilAsserted(() -> relay().body("leads", equalTo(true)));
        Notes.change("alter role notes_worker nologin");
        Notes.asSuperuser("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'notes_worker'");

        // Then
        try {
            eventually()
                    .untilAsserted(() -> relay().statusCode(200)
                            .body("leads", equalTo(false))
                            .body("leadingSince", nullValue())
                            .body("heldUpBy", notNullValue())
                            .body("databaseAway", equalTo(true))
                            .body("outbox", nullValue()));
        } finally {
            Notes.change("alter role notes_worker login");
        }
        eventually().untilAsserted(() -> relay().body("leads", equalTo(true)).body("heldUpBy", nullValue()));
    }

    private ValidatableResponse relay() {
        return given().get(URI.create("http://localhost:" + management.getPort() + "/operations/relay"))
                .then();
    }

    private static String lockHolder() {
        return Notes.asSuperuser("""
                        select pid from pg_locks where locktype = 'advisory' and classid = 7 and granted
                           and database = (select oid from pg_database where datname = 'notes')""").get(0);
    }
}
