package io.sevenfold.system;

import static io.restassured.RestAssured.given;
import static io.sevenfold.system.Sevenfold.eventually;

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

/** An organisation that uses Sevenfold, with one rep in Berlin; what its application, its rep and the rep's mailbox see. */
final class Workspace {

    final String name = "w-" + UUID.randomUUID();
    final UUID rep = UUID.randomUUID();

    /** One whose rep is known to all services that need to know. */
    static Workspace withRep() {
        Workspace workspace = new Workspace();
        workspace.addRep(20);
        return workspace;
    }

    static Workspace withRep(int capacity) {
        Workspace workspace = new Workspace();
        workspace.addRep(capacity);
        return workspace;
    }

    /** One whose rep wants a mail for each touchpoint (N1), for what counts them. */
    static Workspace withRepWhoWantsEach(int capacity) {
        Workspace workspace = withRep(capacity);
        workspace.prefer("each");
        return workspace;
    }

    /** Waits until the notifier knows the rep whose mails they are. */
    private void prefer(String mails) {
        eventually()
                .ignoreExceptions()
                .until(() -> as("rep")
                                .body(Map.of("mails", mails, "teamDigest", true))
                                .put(Sevenfold.url(Service.NOTIFIER) + "/v1/preferences/" + rep)
                                .statusCode()
                        == 200);
    }

    private void addRep(int capacity) {
        created(
                Service.CONTACTS,
                "/v1/reps",
                Map.of(
                        "id",
                        rep,
                        "name",
                        "Grace Hopper",
                        "email",
                        address(),
                        "timeZone",
                        "Europe/Berlin",
                        "dailyCapacity",
                        capacity));
    }

    UUID addContact(String contactName) {
        UUID id = UUID.randomUUID();
        created(Service.CONTACTS, "/v1/contacts", Map.of("id", id, "name", contactName, "ownerId", rep));
        return id;
    }

    /** As an application that is traced itself does: W3C Trace Context. */
    UUID addContact(String contactName, String traceId) {
        return UUID.fromString(as("app")
                .header("traceparent", "00-" + traceId + "-b7ad6b7169203331-01")
                .body(Map.of("name", contactName, "ownerId", rep))
                .post(Sevenfold.url(Service.CONTACTS) + "/v1/contacts")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    void record(UUID contact, Map<String, ?> interaction) {
        Map<String, Object> body = new HashMap<>(interaction);
        body.put("id", UUID.randomUUID());
        body.put("contactId", contact);
        body.put("repId", rep);
        created(Service.INTERACTIONS, "/v1/interactions", body);
    }

    /** Sends it until it is answered, as a client does whose server is away for a moment; the id makes it one. */
    private void created(Service service, String path, Map<String, ?> body) {
        eventually().ignoreExceptions().until(() -> {
            int status =
                    as("app").body(body).post(Sevenfold.url(service) + path).statusCode();
            return status == 201 || status == 200;
        });
    }

    /** Somebody else follows up with them from now on: a rep of this name, who is new. */
    void handOver(UUID contact, String repName) {
        UUID other = UUID.randomUUID();
        String email = repName.toLowerCase().replace(' ', '.') + "@" + name + ".example";
        created(
                Service.CONTACTS,
                "/v1/reps",
                Map.of("id", other, "name", repName, "email", email, "timeZone", "Europe/Berlin"));
        String url = Sevenfold.url(Service.CONTACTS) + "/v1/contacts/" + contact;
        int version = json(as("app").get(url)).getInt("version");
        as("app")
                .header("If-Match", "\"" + version + "\"")
                .body(Map.of("ownerId", other))
                .patch(url)
                .then()
                .statusCode(200);
        eventually().until(() -> other.toString().equals(plan(contact).getString("ownerId")));
    }

    List<Map<String, Object>> interactions(UUID contact) {
        return json(as("rep").get(Sevenfold.url(Service.INTERACTIONS) + "/v1/interactions?contact=" + contact))
                .getList("items");
    }

    JsonPath touchpoint(UUID id) {
        return json(as("rep").get(Sevenfold.url(Service.CADENCE) + "/v1/touchpoints/" + id));
    }

    JsonPath preferences() {
        return json(as("rep").get(Sevenfold.url(Service.NOTIFIER) + "/v1/preferences/" + rep));
    }

    JsonPath plan(UUID contact) {
        return json(as("rep").get(Sevenfold.url(Service.CADENCE) + "/v1/plans/" + contact));
    }

    void awaitPlanned(UUID contact) {
        eventually().ignoreExceptions().until(() -> plan(contact).getString("touchpoints[0].dueOn") != null);
    }

    JsonPath queue() {
        return json(as("rep").get(Sevenfold.url(Service.CADENCE) + "/v1/queues/" + rep));
    }

    /** The newest first, without those that nobody was to get: a digest that its rep does not want. */
    List<Map<String, Object>> reminders() {
        List<Map<String, Object>> all = json(as("rep").get(Sevenfold.url(Service.NOTIFIER) + "/v1/reminders?limit=200"))
                .getList("items");
        return all.stream().filter(it -> !it.get("state").equals("cancelled")).toList();
    }

    /** The rep's mails, in the order of their arrival. */
    List<Mail> mails() {
        return Sevenfold.stack().mail().mails().stream()
                .filter(mail -> mail.recipients().contains(address()))
                .toList();
    }

    List<Mail> mailsAbout(String contactName) {
        return mails().stream()
                .filter(mail -> mail.subject().contains(contactName))
                .toList();
    }

    String address() {
        return "grace@" + name + ".example";
    }

    RequestSpecification as(String role) {
        String token = Sevenfold.stack()
                .tokens()
                .token(name, role, role.equals("rep") ? rep.toString() : null, Duration.ofHours(1));
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static JsonPath json(Response response) {
        return response.then().statusCode(200).extract().jsonPath();
    }
}
