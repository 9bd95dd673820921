package io.sevenfold.interactions;

import static io.sevenfold.interactions.Workspace.id;
import static io.sevenfold.interactions.Workspace.inbound;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InteractionsServiceTest
class AccessTest {

    private final Workspace acme = Workspace.fresh();
    private UUID rep;
    private UUID contact;

    @BeforeEach
    void addRepAndContact() {
        rep = acme.rep();
        contact = acme.contact();
    }

    @Test
    void recordsWhatARepSaysAsTheirs() {
        record("rep", rep, "direction", "outbound").then().statusCode(201).body("repId", equalTo(rep.toString()));
        record("rep", rep, "repId", rep).then().statusCode(201);
        record("rep", rep, "repId", acme.rep()).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "manager", "admin"})
    void letsAppsManagersAndAdminsRecordForAnybody(String role) {
        record(role, null, "direction", "outbound", "repId", rep).then().statusCode(201);
        record(role, null).then().statusCode(201).body("repId", nullValue());
        record(role, null, "direction", "outbound").then().statusCode(400).body("errors[0].field", equalTo("repId"));
    }

    @Test
    void letsARepCorrectAndRemoveWhatTheyRecorded() {
        // Given
        UUID own = id(record("rep", rep));

        // Then
        patch(rep, own, Map.of("version", 1, "note", "mine")).then().statusCode(200);
        patch(rep, own, Map.of("version", 2, "repId", acme.rep())).then().statusCode(403);
        delete(rep, own).then().statusCode(204);
    }

    @Test
    void letsARepCorrectAndRemoveWhatHappenedWithTheirContacts() {
        // Given
        UUID others = id(acme.record(inbound(acme.contact(rep), "repId", acme.rep())));

        // Then
        patch(rep, others, Map.of("version", 1, "note", "my contact")).then().statusCode(200);
        delete(rep, others).then().statusCode(204);
    }

    @Test
    void keepsARepFromWhatIsNeitherTheirsNorTheirContacts() {
        // Given
        UUID others = id(acme.record(inbound(contact, "repId", acme.rep())));

        // Then
        patch(rep, others, Map.of("version", 1, "note", "meddling")).then().statusCode(403);
        delete(rep, others).then().statusCode(403);
        acme.as("rep", rep)
                .get("/v1/interactions/" + others)
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @Test
    void keepsAnotherWorkspacesInteractionsToItself() {
        // Given
        UUID theirs = id(acme.record(inbound(contact)));
        Workspace other = Workspace.fresh();

        // Then
        other.get(theirs).then().statusCode(404);
        other.patch(theirs, Map.of("version", 1, "note", "x")).then().statusCode(404);
        other.as("admin").delete("/v1/interactions/" + theirs).then().statusCode(404);
        other.as("admin").get("/v1/interactions?contact=" + contact).then().body("items.size()", equalTo(0));
        other.record(inbound(contact)).then().statusCode(422);
        other.record(inbound(other.contact(), "id", theirs)).then().statusCode(201);
        acme.get(theirs).then().statusCode(200).body("version", equalTo(1));
    }

    private Response record(String role, UUID caller, Object... others) {
        return acme.as(role, caller).body(inbound(contact, others)).post("/v1/interactions");
    }

    private Response patch(UUID caller, UUID id, Map<String, ?> patch) {
        return acme.as("rep", caller).body(patch).patch("/v1/interactions/" + id);
    }

    private Response delete(UUID caller, UUID id) {
        return acme.as("rep", caller).delete("/v1/interactions/" + id);
    }
}
