package io.sevenfold.system;

import static io.restassured.RestAssured.given;
import static io.sevenfold.system.Sevenfold.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sevenfold.infra.Mail;
import io.sevenfold.local.Service;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A small sales team, and what happened between them and the people they know; by name. */
final class Team {

    private final String workspace = "team-" + UUID.randomUUID();
    private final Map<String, UUID> reps = new HashMap<>();
    private final Map<String, UUID> contacts = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();

    /** Whoever has more to them than a name and an address says it in {@code more}. */
    void rep(String name, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("name", name);
        body.put("email", address(name));
        body.putIfAbsent("timeZone", "Europe/Berlin");
        body.put("locale", "en-GB");
        reps.put(name, created(Service.CONTACTS, "/v1/reps", body));
    }

    UUID rep(String name) {
        return reps.get(name);
    }

    void contact(String owner, String name, String company, String title, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("name", name);
        body.put("company", company);
        body.put("title", title);
        body.put("ownerId", reps.get(owner));
        contacts.put(name, created(Service.CONTACTS, "/v1/contacts", body));
        owners.put(name, owner);
        eventually()
                .ignoreExceptions()
                .until(() -> !plan(name).getList("touchpoints").isEmpty());
    }

    /** Their owner reached out to them, and that was the next step or the answer. */
    void reachedOut(String contact, String when, String channel, String outcome, String gave, String note) {
        record(contact, when, "outbound", channel, outcome, gave, note);
    }

    /** They wrote, or called. */
    void heardFrom(String contact, String when, String channel, String note) {
        record(contact, when, "inbound", channel, "replied", null, note);
    }

    private void record(
            String contact, String when, String direction, String channel, String outcome, String gave, String note) {
        String before = plan(contact).prettify();
        created(Service.INTERACTIONS, "/v1/interactions", body(contact, when, direction, channel, outcome, gave, note));
        eventually()
                .alias("a plan after what happened with " + contact)
                .until(() -> !plan(contact).prettify().equals(before));
    }

    /** Something that happened long ago: nobody waits until the plan knows. */
    void noted(String contact, String when, String direction, String channel, String outcome, String gave) {
        created(Service.INTERACTIONS, "/v1/interactions", body(contact, when, direction, channel, outcome, gave, null));
    }

    private Map<String, Object> body(
            String contact, String when, String direction, String channel, String outcome, String gave, String note) {
        Map<String, Object> body = new HashMap<>();
        body.put("contactId", contacts.get(contact));
        body.put("repId", reps.get(owners.get(contact)));
        body.put("occurredAt", when);
        body.put("direction", direction);
        body.put("channel", channel);
        body.put("outcome", outcome);
        body.put("gave", gave);
        body.put("note", note);
        return body;
    }

    JsonPath plan(String contact) {
        return ok(app().get(Sevenfold.url(Service.CADENCE) + "/v1/plans/" + contacts.get(contact)));
    }

    /** Nobody goes on with them: a decision. */
    void end(String contact) {
        String enrollments = Sevenfold.url(Service.CADENCE) + "/v1/enrollments";
        String id = ok(app().get(enrollments + "?state=active&contact=" + contacts.get(contact)))
                .getString("items[0].id");
        ok(app().post(enrollments + "/" + id + "/end"));
    }

    /** A rep's mails, in the order of their arrival. */
    List<Mail> mails(String rep) {
        return Sevenfold.stack().mail().mails().stream()
                .filter(mail -> mail.recipients().contains(address(rep)))
                .toList();
    }

    private String address(String rep) {
        return rep.toLowerCase().replace(' ', '.') + "@" + workspace + ".example";
    }

    /** Sends it until it is taken: the services see a moment later that the clock was moved. */
    private UUID created(Service service, String path, Map<String, ?> fields) {
        UUID id = UUID.randomUUID();
        Map<String, Object> body = new HashMap<>(fields);
        body.put("id", id);
        eventually().untilAsserted(() -> {
            Response response = app().body(body).post(Sevenfold.url(service) + path);
            assertEquals(201, response.statusCode(), response::asString);
        });
        return id;
    }

    private RequestSpecification app() {
        String token = Sevenfold.stack().tokens().token(workspace, "app", null, Duration.ofHours(1));
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static JsonPath ok(Response response) {
        assertEquals(200, response.statusCode(), response::asString);
        return response.jsonPath();
    }
}
