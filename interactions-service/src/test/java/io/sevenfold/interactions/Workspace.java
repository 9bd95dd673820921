package io.sevenfold.interactions;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Contact;
import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.Rep;
import io.sevenfold.events.RepAdded;
import io.sevenfold.events.Topic;
import io.sevenfold.infra.ServiceTestResource;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A workspace that no other test knows, the events of its contacts and reps, and requests in it. */
record Workspace(String name) {

    static Workspace fresh() {
        return new Workspace("w-" + UUID.randomUUID());
    }

    RequestSpecification as(String role) {
        return as(role, null);
    }

    RequestSpecification as(String role, UUID rep) {
        String token = ServiceTestResource.tokens()
                .token(name, role, rep == null ? null : rep.toString(), Duration.ofMinutes(5));
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A contact that nobody owns, known to this service. */
    UUID contact() {
        return contact(null);
    }

    UUID contact(UUID owner) {
        Subject contact = subject(UUID.randomUUID());
        Topics.deliver(Topic.CONTACTS, contact, new ContactAdded(state(contact.id(), 1, owner)));
        return contact.id();
    }

    UUID rep() {
        Subject rep = subject(UUID.randomUUID());
        Topics.deliver(Topic.REPS, rep, new RepAdded(repState(rep.id(), 1)));
        return rep.id();
    }

    Subject subject(UUID id) {
        return new Subject(name, id);
    }

    /** Records it as an app. */
    Response record(Map<String, ?> fields) {
        return as("app").body(fields).post("/v1/interactions");
    }

    Response get(UUID id) {
        return as("app").get("/v1/interactions/" + id);
    }

    Response patch(UUID id, Map<String, ?> patch) {
        return as("app").body(patch).patch("/v1/interactions/" + id);
    }

    /** An inbound mail of this contact, with other fields changed or added. */
    static Map<String, Object> inbound(UUID contact, Object... others) {
        Map<String, Object> fields =
                new HashMap<>(Map.of("contactId", contact, "direction", "inbound", "channel", "email"));
        for (int i = 0; i < others.length; i += 2) {
            fields.put((String) others[i], others[i + 1]);
        }
        return fields;
    }

    static UUID id(Response recorded) {
        return UUID.fromString(recorded.then().statusCode(201).extract().path("id"));
    }

    static Contact state(UUID id, long version, UUID owner) {
        return new Contact(
                id, version, "Ada", null, null, null, null, null, owner, null, List.of(), false, List.of(), null, null);
    }

    static Rep repState(UUID id, long version) {
        return new Rep(
                id,
                version,
                "Mara",
                "mara@example.com",
                "en",
                "Europe/Stockholm",
                List.of(),
                null,
                null,
                20,
                null,
                4,
                List.of(),
                null);
    }
}
