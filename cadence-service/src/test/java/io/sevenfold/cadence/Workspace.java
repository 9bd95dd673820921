package io.sevenfold.cadence;

import static io.restassured.RestAssured.given;
import static io.sevenfold.cadence.Database.eventually;
import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sevenfold.cadence.due.DueNow;
import io.sevenfold.cadence.plan.PlanNow;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Channel;
import io.sevenfold.events.Contact;
import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.ContactChanged;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.InteractionRecorded;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Rep;
import io.sevenfold.events.RepAdded;
import io.sevenfold.events.RepChanged;
import io.sevenfold.events.Topic;
import io.sevenfold.infra.ServiceTestResource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.RecordMetadata;

/** A workspace that no other test knows, with one rep, and the events and requests of its story. */
record Workspace(String name, UUID rep) {

    static Workspace fresh() {
        return new Workspace("w-" + UUID.randomUUID(), UUID.randomUUID());
    }

    /** One whose rep is known, in Berlin, and works a day of so many places. */
    static Workspace withCapacity(int capacity) {
        Workspace workspace = fresh();
        workspace.added(Reps.inBerlin(workspace.rep, 1, capacity));
        return workspace;
    }

    Workspace added(Rep state) {
        deliver(Topic.REPS, state.id(), new RepAdded(state));
        return this;
    }

    void changed(Rep state) {
        deliver(Topic.REPS, state.id(), new RepChanged(state));
    }

    /** A new contact of the rep's. */
    UUID contact() {
        return contact(rep);
    }

    UUID contact(UUID owner) {
        UUID id = UUID.randomUUID();
        deliver(Topic.CONTACTS, id, new ContactAdded(state(id, 1, owner)));
        return id;
    }

    /** So many new contacts of the rep's, told of at once. */
    List<UUID> contacts(int count) {
        List<UUID> ids =
                IntStream.range(0, count).mapToObj(i -> UUID.randomUUID()).toList();
        Topics.awaitHandled(ids.stream()
                .map(id -> send(Topic.CONTACTS, id, new ContactAdded(state(id, 1, rep))))
                .toList());
        return ids;
    }

    void changed(Contact state) {
        deliver(Topic.CONTACTS, state.id(), new ContactChanged(state));
    }

    static Contact state(UUID id, long version, UUID owner) {
        return state(id, version, owner, false, null);
    }

    /** @param liftedAt when do-not-contact was lifted; null: never */
    static Contact state(UUID id, long version, UUID owner, boolean doNotContact, Instant liftedAt) {
        return new Contact(
                id,
                version,
                "Ada Lovelace",
                null,
                null,
                "Analytical Engines",
                null,
                null,
                owner,
                null,
                List.of(),
                doNotContact,
                List.of(),
                null,
                liftedAt);
    }

    /** An interaction of the contact, by mail, recorded when it occurred. */
    Interaction happened(UUID contact, Direction direction, Outcome outcome, Instant at) {
        Interaction it = interaction(UUID.randomUUID(), 1, contact, direction, outcome, at);
        deliver(it, new InteractionRecorded(it));
        return it;
    }

    Interaction interaction(UUID id, long version, UUID contact, Direction direction, Outcome outcome, Instant at) {
        return new Interaction(
                id,
                version,
                contact,
                rep,
                direction,
                Channel.EMAIL,
                outcome,
                at,
                at,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Tells of a version of an interaction as interactions-service does, and waits until it is handled. */
    void deliver(Interaction interaction, Object event) {
        Topics.awaitHandled(List.of(Topics.send(
                Topic.INTERACTIONS,
                subject(interaction.contactId()),
                interaction.id().toString(),
                event)));
    }

    void deliver(Topic topic, UUID subject, Object event) {
        Topics.awaitHandled(List.of(send(topic, subject, event)));
    }

    private Future<RecordMetadata> send(Topic topic, UUID subject, Object event) {
        return Topics.send(topic, subject(subject), null, event);
    }

    Subject subject(UUID id) {
        return new Subject(name, id);
    }

    /** What this service told of a contact's touchpoints or of a rep's days. */
    List<Topics.Told> told(UUID subject) {
        return Topics.about(Topic.TOUCHPOINTS.topicName(), subject(subject));
    }

    /** The data of the events of one type among those. */
    List<JsonPath> told(UUID subject, String type) {
        return told(subject).stream()
                .filter(each -> each.type().equals(type))
                .map(Topics.Told::data)
                .toList();
    }

    JsonPath plan(UUID contact) {
        return as("app")
                .get("/v1/plans/" + contact)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    boolean isPlanned(UUID contact) {
        return as("app").get("/v1/plans/" + contact).statusCode() == 200;
    }

    /** The version of the plan as stored; 0: there is none. */
    long planVersion(UUID contact) {
        return Database.query("select version from plan where workspace_id = ? and contact_id = ?", name, contact)
                .stream()
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    /** The enrollment that a contact is in. */
    UUID enrollment(UUID contact) {
        return UUID.fromString(Database.query(
                        "select id from enrollment where workspace_id = ? and contact_id = ? and end_reason is null",
                        name,
                        contact)
                .get(0));
    }

    /** The cadence that new contacts start with. */
    UUID connect() {
        return UUID.fromString(Database.query(
                        "select id from cadence where workspace_id = ? and name like 'Connect in %' and version = 1",
                        name)
                .get(0));
    }

    /** Another one with the same steps, for whom it takes (P8). */
    UUID cadence(String reenrollment, int quietDays) {
        return cadence(UUID.randomUUID(), reenrollment, quietDays);
    }

    UUID cadence(UUID id, String reenrollment, int quietDays) {
        Database.change("""
                insert into cadence (workspace_id, id, version, name, purpose, steps, reenrollment, quiet_days)
                select workspace_id, ?, 1, 'another', purpose, steps, ?, ? from cadence
                 where workspace_id = ? and id = ? and version = 1""", id, reenrollment, quietDays, name, connect());
        return id;
    }

    /** The touchpoint of a step, counted from 1. */
    UUID step(UUID contact, int number) {
        return plan(contact).getUUID("touchpoints.find { it.step == " + number + " }.id");
    }

    String state(UUID contact, int step) {
        return plan(contact).getString("touchpoints.find { it.step == " + step + " }.state");
    }

    /** Every row, once the jobs have nothing left to do for it. */
    List<String> settled() {
        DueNow.release();
        eventually().until(() -> {
            PlanNow.anew();
            return Database.query("select 1 from replan_request where workspace_id = ?", name)
                    .isEmpty();
        });
        return Database.everything(this);
    }

    JsonPath queue() {
        return queue(rep);
    }

    JsonPath queue(UUID ofRep) {
        return as("app")
                .get("/v1/queues/" + ofRep)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Waits until exactly these contacts have a due touchpoint in the rep's queue. */
    void awaitDue(UUID... contacts) {
        List<String> expected = Stream.of(contacts).map(UUID::toString).sorted().toList();
        DueNow.release();
        eventually()
                .until(
                        () -> queue().getList("touchpoints.contactId", String.class).stream()
                                .sorted()
                                .toList(),
                        expected::equals);
    }

    /** What the rep does with a touchpoint. */
    Response act(UUID touchpoint, String what, String body) {
        return as("rep").body(body).post("/v1/touchpoints/" + touchpoint + "/" + what);
    }

    /** Monday 23 November 2026, 10:00 in Berlin. The clock is everybody's: the reps of tests before are sent home. */
    static void onMonday() {
        Database.change("update rep set next_day_begins_at = null, current_day_ends_at = null");
        CLOCK.set(DomainClockOfTests.START);
    }

    /** Moves the clock and has the jobs do what is to be done by then. */
    static void at(String instant) {
        CLOCK.set(Instant.parse(instant));
        DueNow.beginAndEndAbsences();
        PlanNow.anew();
        DueNow.release();
        PlanNow.anew();
    }

    /** A request of the rep, or of a caller in another role. */
    RequestSpecification as(String role) {
        return as(role, role.equals("rep") ? rep : null);
    }

    RequestSpecification as(String role, UUID callersRep) {
        String token = ServiceTestResource.tokens()
                .token(name, role, callersRep == null ? null : callersRep.toString(), Duration.ofMinutes(5));
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
