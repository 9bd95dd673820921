package io.sevenfold.cadence;

import static io.restassured.RestAssured.given;

import io.quarkus.arc.Arc;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.WorkerTransactions;
import io.sevenfold.events.Channel;
import io.sevenfold.events.Contact;
import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.InteractionRecorded;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Rep;
import io.sevenfold.events.RepAdded;
import io.sevenfold.events.Topic;
import io.sevenfold.events.WorkingHours;
import io.sevenfold.infra.ServiceTestResource;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;

/** A workspace that no other test knows, with one rep in Berlin, and the events and requests of its story. */
record Workspace(String name, UUID rep) {

    static Workspace fresh() {
        return new Workspace("w-" + UUID.randomUUID(), UUID.randomUUID());
    }

    /** One whose rep is known, and works a day of so many places. */
    static Workspace withCapacity(int capacity) {
        Workspace workspace = fresh();
        workspace.publish(Topic.REPS, workspace.rep, new RepAdded(workspace.repState(1, capacity)));
        return workspace;
    }

    Rep repState(long version, int capacity) {
        return new Rep(
                rep,
                version,
                "Grace Hopper",
                "grace@example.com",
                "en",
                "Europe/Berlin",
                List.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
                new WorkingHours(LocalTime.of(9, 0), LocalTime.of(17, 0)),
                null,
                capacity,
                LocalTime.of(8, 30),
                4,
                List.of(),
                null);
    }

    /** A new contact of the rep's. */
    UUID contact() {
        UUID id = UUID.randomUUID();
        publish(Topic.CONTACTS, id, new ContactAdded(state(id, 1, rep)));
        return id;
    }

    static Contact state(UUID id, long version, UUID owner) {
        return state(id, version, owner, false);
    }

    static Contact state(UUID id, long version, UUID owner, boolean doNotContact) {
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
                null);
    }

    /** An interaction of the contact, by mail, recorded when it occurred. */
    Interaction happened(UUID contact, Direction direction, Outcome outcome, Instant at) {
        Interaction it = new Interaction(
                UUID.randomUUID(),
                1,
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
                null);
        publish(it, new InteractionRecorded(it));
        return it;
    }

    /** Tells of a version of an interaction as interactions-service does. */
    void publish(Interaction interaction, Object event) {
        publish(event(Topic.INTERACTIONS, interaction.contactId(), event)
                .withKeySuffix(interaction.id().toString()));
    }

    void publish(Topic topic, UUID subject, Object event) {
        publish(event(topic, subject, event));
    }

    /** On the real topic, in the form and by the way in which the other services publish. */
    void publish(OutgoingEvent... events) {
        Outbox outbox = Arc.container().instance(Outbox.class).get();
        WorkerTransactions worker =
                Arc.container().instance(WorkerTransactions.class).get();
        worker.run(connection -> outbox.append(connection, List.of(events)));
    }

    private OutgoingEvent event(Topic topic, UUID subject, Object event) {
        return OutgoingEvent.of(topic.topicName(), subject(subject), event);
    }

    Subject subject(UUID id) {
        return new Subject(name, id);
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

    JsonPath queue() {
        return as("app")
                .get("/v1/queues/" + rep)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** A request of the rep, or of a caller in another role. */
    RequestSpecification as(String role) {
        String token = ServiceTestResource.tokens()
                .token(name, role, role.equals("rep") ? rep.toString() : null, Duration.ofMinutes(5));
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
