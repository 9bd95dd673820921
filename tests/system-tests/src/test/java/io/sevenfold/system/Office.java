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
import io.sevenfold.system.Colleague.Leave;
import io.sevenfold.system.TouchpointsTold.Due;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An organisation with several reps, and what they do over REST; the replicas of cadence-service are asked in turn. */
final class Office implements AutoCloseable {

    private static final String OPEN = "touchpoints.findAll { it.state == 'planned' || it.state == 'due' }";

    final String workspace = "w-" + UUID.randomUUID();
    final TouchpointsTold told = new TouchpointsTold(workspace);
    final TwoReplicas cadence = TwoReplicas.of(Service.CADENCE);
    final List<Colleague> colleagues = new ArrayList<>();
    /** Contact by id: how many of their touchpoints that became due the story has come to. */
    private final Map<UUID, Integer> reached = new HashMap<>();

    private final Map<UUID, String> contacts = new HashMap<>();

    Colleague hire(
            String name, String zone, String region, String dayBegins, Set<LocalDate> holidays, Leave... leaves) {
        Colleague rep = new Colleague(
                UUID.randomUUID(), name, ZoneId.of(zone), LocalTime.parse(dayBegins), holidays, List.of(leaves));
        Map<String, Object> body = Map.of(
                "id", rep.id(),
                "name", name,
                "email", address(rep),
                "timeZone", zone,
                "holidayRegion", region,
                "digestTime", dayBegins,
                "absences", rep.leaves().stream().map(Leave::toJson).toList());
        created(app().body(body).post(Sevenfold.url(Service.CONTACTS) + "/v1/reps"));
        wantEach(rep);
        colleagues.add(rep);
        return rep;
    }

    /** A mail for each touchpoint (N1), once the notifier knows whose mails they are. */
    private void wantEach(Colleague rep) {
        eventually()
                .until(() -> as(rep).body(Map.of("mails", "each", "teamDigest", true))
                                .put(Sevenfold.url(Service.NOTIFIER) + "/v1/preferences/" + rep.id())
                                .statusCode()
                        == 200);
    }

    /** A card is handed over: a new contact of this rep's. */
    UUID meet(Colleague owner, String name) {
        UUID id = UUID.randomUUID();
        Map<String, Object> body = Map.of("id", id, "name", name, "ownerId", owner.id());
        created(app().body(body).post(Sevenfold.url(Service.CONTACTS) + "/v1/contacts"));
        contacts.put(id, name);
        return id;
    }

    /** Does what became due next of theirs. */
    void complete(Colleague rep, UUID contact, String outcome) {
        complete(rep, contact, outcome, Map.of());
    }

    void complete(Colleague rep, UUID contact, String outcome, Map<String, ?> more) {
        complete(rep, due(contact), outcome, more);
    }

    void complete(Colleague rep, Due due, String outcome, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("outcome", outcome);
        touchpoint(rep, due.id(), "complete", body);
    }

    void skip(Colleague rep, UUID contact) {
        touchpoint(rep, due(contact).id(), "skip", Map.of());
    }

    void snooze(Colleague rep, UUID contact, String until) {
        touchpoint(rep, due(contact).id(), "snooze", Map.of("until", until));
    }

    /** The next of theirs, which is not due yet. */
    void reschedule(Colleague rep, UUID contact, String to) {
        UUID next = UUID.fromString(plan(contact).getString(OPEN + "[0].id"));
        touchpoint(rep, next, "reschedule", Map.of("date", to));
    }

    private void touchpoint(Colleague rep, UUID id, String what, Map<String, ?> body) {
        ok(as(rep).body(body).post(cadence.url() + "/v1/touchpoints/" + id + "/" + what));
    }

    void pause(Colleague rep, UUID contact, String until) {
        ok(as(rep).body(Map.of("until", until)).post(enrollment(contact) + "/pause"));
    }

    void resume(Colleague rep, UUID contact) {
        ok(as(rep).post(enrollment(contact) + "/resume"));
    }

    private String enrollment(UUID contact) {
        String id = ok(app().get(cadence.url() + "/v1/enrollments?state=active&contact=" + contact))
                .getString("items[0].id");
        return cadence.url() + "/v1/enrollments/" + id;
    }

    /** What happened beyond touchpoints: an {@code inbound} or {@code outbound} interaction of the rep's. */
    void record(Colleague rep, UUID contact, String direction, String channel, String outcome, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("contactId", contact);
        body.put("repId", rep.id());
        body.put("direction", direction);
        body.put("channel", channel);
        body.put("outcome", outcome);
        created(app().body(body).post(Sevenfold.url(Service.INTERACTIONS) + "/v1/interactions"));
    }

    /** Waits until that becomes due of them which the story has not come to, and until its mail has arrived. */
    Due due(UUID contact) {
        Due due = dueUnmailed(contact);
        awaitMailed(contact);
        return due;
    }

    /** The same without its mail: that of a reply owed comes within working hours only (N3). */
    Due dueUnmailed(UUID contact) {
        int count = reached.merge(contact, 1, Integer::sum);
        eventually()
                .alias("due number " + count + " of " + contacts.get(contact))
                .until(() -> told.read().due(contact).size() >= count);
        return told.due(contact).get(count - 1);
    }

    /** Waits until all was mailed of them that the story has come to. */
    void awaitMailed(UUID contact) {
        eventually()
                .alias("mails about " + contacts.get(contact))
                .until(() -> mails().stream()
                                .filter(mail -> mail.subject().contains(contacts.get(contact)))
                                .count()
                        >= reached.get(contact));
    }

    /** The dates of what is still to be done for them, now or soon; both replicas say the same. */
    void assertPlanned(UUID contact, String... dates) {
        eventually().untilAsserted(() -> {
            assertEquals(List.of(dates), plan(contact).getList(OPEN + ".dueOn"));
            assertEquals(List.of(dates), plan(contact).getList(OPEN + ".dueOn"));
        });
    }

    JsonPath plan(UUID contact) {
        return ok(app().get(cadence.url() + "/v1/plans/" + contact));
    }

    String stage(UUID contact) {
        return ok(app().get(cadence.url() + "/v1/connections/" + contact)).getString("stage");
    }

    /** Those that were sent: of a digest that its rep does not want, each day, there is a cancelled one. */
    List<Map<String, Object>> reminders() {
        return ok(app().get(Sevenfold.url(Service.NOTIFIER) + "/v1/reminders?state=sent&limit=200"))
                .getList("items");
    }

    List<Mail> mails() {
        return Sevenfold.stack().mail().mails().stream()
                .filter(mail -> mail.recipients().get(0).endsWith("@" + workspace + ".example"))
                .toList();
    }

    private String address(Colleague rep) {
        return rep.name().toLowerCase() + "@" + workspace + ".example";
    }

    private RequestSpecification app() {
        return with("app", null);
    }

    private RequestSpecification as(Colleague rep) {
        return with("rep", rep.id().toString());
    }

    private RequestSpecification with(String role, String rep) {
        String token = Sevenfold.stack().tokens().token(workspace, role, rep, Duration.ofHours(1));
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static JsonPath ok(Response response) {
        assertEquals(200, response.statusCode(), response::asString);
        return response.jsonPath();
    }

    private static void created(Response response) {
        assertEquals(201, response.statusCode(), response::asString);
    }

    @Override
    public void close() {
        told.close();
        cadence.close();
    }
}
