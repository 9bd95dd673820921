package io.sevenfold.contacts;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sevenfold.infra.Events;
import io.sevenfold.infra.Events.Event;
import io.sevenfold.infra.ServiceTestResource;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A workspace that no other test knows, and requests in it. */
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

    UUID addRep(String name) {
        return addRep(Map.of("name", name, "email", name + "@reps.example", "timeZone", "Europe/Berlin"));
    }

    UUID addRep(Map<String, ?> fields) {
        return created(as("app").body(fields).post("/v1/reps"));
    }

    UUID addContact(Map<String, ?> fields) {
        return created(as("app").body(fields).post("/v1/contacts"));
    }

    Response contact(UUID id) {
        return as("app").get("/v1/contacts/" + id);
    }

    Response rep(UUID id) {
        return as("app").get("/v1/reps/" + id);
    }

    Response patchContact(UUID id, Map<String, ?> patch) {
        return as("app").body(patch).patch("/v1/contacts/" + id);
    }

    /** Changes the contact as it is now. */
    void changeContact(UUID id, Map<String, ?> change) {
        Map<String, Object> patch = new HashMap<>(change);
        patch.put("version", contact(id).<Integer>path("version"));
        patchContact(id, patch).then().statusCode(200);
    }

    Response merge(UUID id, UUID into) {
        return as("app").body(Map.of("into", into)).post("/v1/contacts/" + id + "/merge");
    }

    Response patchRep(UUID id, Map<String, ?> patch) {
        return as("app").body(patch).patch("/v1/reps/" + id);
    }

    /** What was published about a contact or rep so far. */
    List<Event> published(String topic, UUID id) {
        return Events.of(topic, name + "/" + id);
    }

    static UUID created(Response answer) {
        return UUID.fromString(answer.then().statusCode(201).extract().path("id"));
    }
}
