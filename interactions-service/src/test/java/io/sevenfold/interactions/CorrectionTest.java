package io.sevenfold.interactions;

import static io.sevenfold.interactions.Topics.eventually;
import static io.sevenfold.interactions.Workspace.id;
import static io.sevenfold.interactions.Workspace.inbound;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.delivery.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InteractionsServiceTest
class CorrectionTest {

    private final Workspace acme = Workspace.fresh();
    private Subject contact;
    private UUID id;

    @BeforeEach
    void record() {
        contact = acme.subject(acme.contact());
        id = id(acme.record(inbound(
                contact.id(), "outcome", "not-now", "revisitOn", "2027-03-01", "gave", "a benchmark", "note", "Busy")));
    }

    @Test
    void correctsWhatThePatchNamesAndPublishesTheWhole() {
        // Given
        Map<String, Object> patch =
                new HashMap<>(Map.of("version", 1, "outcome", "no-budget", "occurredAt", "2026-11-20T10:00:00Z"));
        patch.put("note", null);

        // When
        var corrected = acme.patch(id, patch);

        // Then
        corrected
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2))
                .body("outcome", equalTo("no-budget"))
                .body("revisitOn", equalTo("2027-03-01"))
                .body("note", nullValue())
                .body("recordedAt", equalTo("2026-11-24T09:00:00Z"));
        assertEquals(corrected.asString(), acme.get(id).asString());
        eventually()
                .until(
                        () -> Topics.published(contact),
                        List.of("Recorded " + id + " v1", "Corrected " + id + " v2")::equals);
    }

    @Test
    void takesTheVersionFromIfMatchToo() {
        // When
        var corrected = acme.as("app")
                .header("If-Match", "\"1\"")
                .body(Map.of("channel", "call"))
                .patch("/v1/interactions/" + id);

        // Then
        corrected.then().statusCode(200).body("channel", equalTo("call"));
    }

    @Test
    void refusesACorrectionOfAnOlderVersion() {
        // Given
        acme.patch(id, Map.of("version", 1, "note", "first")).then().statusCode(200);

        // When
        var stale = acme.patch(id, Map.of("version", 1, "note", "second"));

        // Then
        stale.then()
                .statusCode(409)
                .body("type", equalTo("urn:sevenfold:problem:stale-version"))
                .body("currentVersion", equalTo(2));
        acme.get(id).then().body("note", equalTo("first"));
    }

    @Test
    void makesNoVersionOfACorrectionThatChangesNothing() {
        // When
        var same = acme.patch(id, Map.of("version", 1, "note", "Busy"));

        // Then
        same.then().statusCode(200).body("version", equalTo(1));
    }

    @Test
    void refusesACorrectionThatARuleForbids() {
        // When
        var refused = acme.patch(id, Map.of("version", 1, "outcome", "replied"));

        // Then
        refused.then().statusCode(422).body("rule", equalTo("P10")).body("errors[0].field", equalTo("revisitOn"));
        acme.get(id).then().body("version", equalTo(1));
    }

    @Test
    void keepsIdAndContact() {
        // When
        var otherContact = acme.patch(id, Map.of("version", 1, "contactId", acme.contact()));
        var otherId = acme.patch(id, Map.of("version", 1, "id", UUID.randomUUID()));

        // Then
        otherContact.then().statusCode(400).body("errors[0].field", equalTo("contactId"));
        otherId.then().statusCode(400).body("errors[0].field", equalTo("id"));
    }

    @Test
    void removesAllButTheIdSoThatItDoesNotComeBack() {
        // When
        acme.as("app").delete("/v1/interactions/" + id).then().statusCode(204);
        acme.as("app").delete("/v1/interactions/" + id).then().statusCode(204);

        // Then
        acme.get(id).then().statusCode(404);
        acme.patch(id, Map.of("version", 2, "note", "back")).then().statusCode(404);
        acme.as("app").get("/v1/interactions?contact=" + contact.id()).then().body("items.size()", equalTo(0));
        acme.record(inbound(contact.id(), "id", id))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:sevenfold:problem:id-removed"));
        String row = Stored.interactionsOf(contact).get(0);
        assertFalse(row.contains("Busy") || row.contains("benchmark"), row);
        eventually()
                .until(
                        () -> Topics.published(contact),
                        List.of("Recorded " + id + " v1", "Removed " + id + " v2")::equals);
        String removed = Topics.about(contact, "interactions").get(1).value();
        assertTrue(removed.contains("not-now"), removed);
        assertFalse(removed.contains("Busy") || removed.contains("benchmark"), removed);
    }

    @Test
    void tellsOfANeverForOneChannelUntilItIsCorrectedOrRemoved() {
        // Given
        UUID never = id(acme.record(inbound(contact.id(), "outcome", "never", "optOutOf", "call")));

        // When
        var stillOptedOut = acme.patch(never, Map.of("version", 1, "outcome", "not-now"));
        var otherChannel = acme.patch(never, Map.of("version", 1, "optOutOf", "letter"));
        Map<String, Object> whole = new HashMap<>(Map.of("version", 2));
        whole.put("optOutOf", null);
        var wholly = acme.patch(never, whole);
        var again = acme.patch(never, Map.of("version", 3, "optOutOf", "social"));
        acme.as("app").delete("/v1/interactions/" + never).then().statusCode(204);

        // Then
        stillOptedOut
                .then()
                .statusCode(422)
                .body("rule", equalTo("What an interaction does"))
                .body("errors[0].field", equalTo("optOutOf"));
        otherChannel.then().statusCode(200).body("optOutOf", equalTo("letter"));
        wholly.then().statusCode(200).body("optOutOf", nullValue());
        again.then().statusCode(200).body("optOutOf", equalTo("social"));
        eventually()
                .until(
                        () -> Topics.toldOf(never).stream()
                                .map(told -> told.optOutOf() == null ? "all" : told.optOutOf() + "")
                                .toList(),
                        List.of("call", "letter", "all", "social", "social")::equals);
        assertFalse(Stored.interactionsOf(contact).toString().contains("social"));
    }

    @Test
    void removesOnlyTheVersionThatIfMatchNames() {
        // When
        var stale = acme.as("app").header("If-Match", "\"2\"").delete("/v1/interactions/" + id);
        var current = acme.as("app").header("If-Match", "\"1\"").delete("/v1/interactions/" + id);

        // Then
        stale.then().statusCode(409).body("currentVersion", equalTo(1));
        current.then().statusCode(204);
    }

    @Test
    void removesNothingThatIsNotThere() {
        acme.as("app").delete("/v1/interactions/" + UUID.randomUUID()).then().statusCode(404);
    }
}
