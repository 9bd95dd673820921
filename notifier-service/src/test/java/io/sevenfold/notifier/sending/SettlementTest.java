package io.sevenfold.notifier.sending;

import static io.sevenfold.notifier.Operator.operator;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.sevenfold.infra.Database;
import io.sevenfold.infra.Events;
import io.sevenfold.notifier.NotifierServiceTest;
import io.sevenfold.notifier.Workspace;
import io.sevenfold.notifier.sending.Fault.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every UNKNOWN is visible, and ends by the word of an operator who knows: once (N7). */
@NotifierServiceTest
class SettlementTest {

    private static final String ARRIVED = "{\"arrived\": true, \"why\": \"250 in the server's log\"}";
    private static final String NOT_ARRIVED = "{\"arrived\": false, \"why\": \"not in the server's log\"}";

    @Test
    void endsAsSentWhatArrived() throws IOException {
        try (FaultyMail mail = new FaultyMail(Fault.drop(Stage.DOT))) {
            // Given
            Workspace acme = Workspace.known();
            UUID touchpoint = acme.due();
            acme.awaitStates("unknown");
            UUID reminder = acme.onlyReminder();
            String messageId = acme.as("admin").get("/v1/reminders/" + reminder).path("messageId");
            operator()
                    .get("/operations/unknown?limit=200")
                    .then()
                    .statusCode(200)
                    .rootPath("items.find { it.id == '%s' }".formatted(reminder))
                    .body("workspace", equalTo(acme.name()))
                    .body("repId", equalTo(acme.repId().toString()))
                    .body("occasion", equalTo("due"))
                    .body("unknownSince", notNullValue())
                    .body("messageId", equalTo(messageId))
                    .body("lastAnswer", equalTo("connection lost after the final dot"));

            // When
            settle(acme, reminder, ARRIVED).statusCode(200).body("state", equalTo("sent"));

            // Then
            acme.as("rep")
                    .get("/v1/reminders/" + reminder)
                    .then()
                    .body("state", equalTo("sent"))
                    .body("endedAt", notNullValue())
                    .body("lastAnswer", equalTo("operator: 250 in the server's log"));
            assertEquals(List.of("ReminderUnknown", "ReminderSent"), told(acme, 2));
            assertTrue(event(acme, "ReminderSent").contains(messageId));
            assertTrue(event(acme, "ReminderSent").contains(touchpoint.toString()));
            assertEquals(1, mail.server.seen().size());
        }
    }

    @Test
    void endsAsFailedWhatDidNotArriveAndIsSentAgainAtWish() throws IOException {
        try (FaultyMail mail = new FaultyMail(Fault.drop(Stage.DOT))) {
            // Given
            Workspace acme = Workspace.known();
            acme.due();
            acme.awaitStates("unknown");
            UUID reminder = acme.onlyReminder();

            // When
            settle(acme, reminder, NOT_ARRIVED).statusCode(200).body("state", equalTo("failed"));

            // Then
            acme.as("rep")
                    .get("/v1/reminders?state=failed")
                    .then()
                    .body("items[0].lastAnswer", equalTo("operator: not in the server's log"));
            assertEquals(List.of("ReminderUnknown", "ReminderFailed"), told(acme, 2));
            String told = event(acme, "ReminderFailed");
            assertTrue(told.contains("settled by an operator"), told);
            assertFalse(told.contains("not in the server's log"), told);
            assertEquals(0, mail.server.taken().size());

            // And
            resend(acme, reminder).statusCode(200);
            acme.awaitStates("sent");
            assertEquals(1, mail.server.taken().size());
        }
    }

    @Test
    void isSentAgainOnceAtADoubleClick() throws IOException {
        try (FaultyMail mail = new FaultyMail(Fault.drop(Stage.DOT))) {
            // Given
            Workspace acme = Workspace.known();
            acme.due();
            acme.awaitStates("unknown");
            UUID reminder = acme.onlyReminder();

            // When
            resend(acme, reminder).statusCode(200).body("state", notNullValue());
            resend(acme, reminder).statusCode(200);

            // Then
            acme.awaitStates("sent");
            assertEquals(2, mail.server.seen().size());
            acme.as("admin").get("/v1/reminders/" + reminder).then().body("resentBy", equalTo("operator"));
            settle(acme, reminder, ARRIVED)
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:sevenfold:problem:reminder-not-unknown"))
                    .body("detail", containsString("is sent"));
        }
    }

    @Test
    void isSettledByOneOfManyOperatorsAtOnce() {
        // Given
        Workspace acme = Workspace.known();
        UUID reminder = unknown(acme, 1).get(0);

        // When
        List<Integer> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> post(
                                "/operations/unknown/%s/%s/settle".formatted(acme.name(), reminder),
                                i % 2 == 0 ? ARRIVED : NOT_ARRIVED)
                        .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        // Then
        assertEquals(1, Collections.frequency(answers, 200));
        assertEquals(7, Collections.frequency(answers, 409));
        assertEquals(2, told(acme, 2).size());
    }

    @Test
    void turnsPagesOverAllWorkspacesFromTheNewestToTheOldest() {
        // Given
        Workspace acme = Workspace.known();
        Workspace other = Workspace.known();
        List<UUID> wanted = new ArrayList<>(unknown(acme, 3));
        wanted.addAll(unknown(other, 2));

        // When
        List<Map<String, String>> paged = new ArrayList<>();
        String cursor = null;
        do {
            Response page = operator()
                    .queryParam("limit", 2)
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get("/operations/unknown");
            paged.addAll(page.jsonPath().getList("items"));
            cursor = page.path("nextCursor");
        } while (cursor != null);

        // Then
        List<String> ids = paged.stream().map(it -> it.get("id")).toList();
        assertTrue(ids.containsAll(wanted.stream().map(UUID::toString).toList()));
        assertEquals(ids.size(), ids.stream().distinct().count());
        assertEquals(
                ids, Database.query("select id from reminder where state = 'UNKNOWN' order by ended_at desc, id desc"));
    }

    @Test
    void doesNotKnowAReminderOfAnotherWorkspaceOrOfNone() {
        // Given
        Workspace acme = Workspace.known();
        UUID reminder = unknown(acme, 1).get(0);
        Workspace other = Workspace.fresh();

        // Then
        settle(other, reminder, ARRIVED).statusCode(404).contentType("application/problem+json");
        resend(other, reminder).statusCode(404).contentType("application/problem+json");
        settle(acme, UUID.randomUUID(), ARRIVED).statusCode(404);
        resend(acme, UUID.randomUUID()).statusCode(404);
        acme.awaitStates("unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "arrived",
                "[]",
                "null",
                "{}",
                "{\"arrived\": true}",
                "{\"why\": \"seen\"}",
                "{\"arrived\": \"perhaps\", \"why\": \"seen\"}",
                "{\"arrived\": true, \"why\": \"  \"}",
                "{\"arrived\": true, \"why\": \"a\\u0000b\"}",
                "{\"arrived\": true, \"why\": \"550 for jane@example.com\"}",
                "{\"arrived\": true, \"why\": \"seen\", \"who\": \"me\"}",
            })
    void refusesAMalformedBodyWithAProblem(String body) {
        // Given
        String settle = "/operations/unknown/acme/" + UUID.randomUUID() + "/settle";

        // Then
        post(settle, body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:sevenfold:problem:invalid-request"))
                .body("detail", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /operations/unknown?limit=0",
        "GET, /operations/unknown?limit=201",
        "GET, /operations/unknown?limit=many",
        "GET, /operations/unknown?cursor=%21%21",
        "GET, /operations/unknown?cursor=Zm9v",
        "POST, /operations/unknown/acme/no-id/resend",
        "POST, /operations/unknown/acme/no-id/settle",
    })
    void refusesWhatItCannotReadWithAProblem(String method, String path) {
        operator()
                .urlEncodingEnabled(false)
                .body(ARRIVED)
                .request(method, path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    /** As if their mails had been cut off after the final dot. */
    private static List<UUID> unknown(Workspace workspace, int count) {
        String[] sent = Collections.nCopies(count, "sent").toArray(String[]::new);
        for (int i = 0; i < count; i++) {
            workspace.due();
        }
        workspace.awaitStates(sent);
        Database.change("update reminder set state = 'UNKNOWN' where workspace_id = ?", workspace.name());
        return Database.query("select id from reminder where workspace_id = ?", workspace.name()).stream()
                .map(UUID::fromString)
                .toList();
    }

    private static ValidatableResponse settle(Workspace workspace, UUID reminder, String body) {
        return post("/operations/unknown/%s/%s/settle".formatted(workspace.name(), reminder), body)
                .then();
    }

    private static ValidatableResponse resend(Workspace workspace, UUID reminder) {
        return post("/operations/unknown/%s/%s/resend".formatted(workspace.name(), reminder), "")
                .then();
    }

    private static Response post(String path, String body) {
        return operator().contentType("application/json").body(body).post(path);
    }

    /** The types of that many events. */
    private static List<String> told(Workspace workspace, int count) {
        await().until(() -> Events.of("reminders", workspace.name() + "/").size() >= count);
        return Events.of("reminders", workspace.name() + "/").stream()
                .map(Events.Event::type)
                .toList();
    }

    private static String event(Workspace workspace, String type) {
        return Events.of("reminders", workspace.name() + "/").stream()
                .filter(event -> event.type().equals(type))
                .findAny()
                .orElseThrow()
                .data();
    }
}
