package io.sevenfold.cadence;

import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static io.sevenfold.cadence.Workspace.state;
import static java.util.stream.Collectors.joining;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.restassured.path.json.JsonPath;
import io.sevenfold.cadence.connection.ConnectionsNow;
import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.ContactErased;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.InteractionCorrected;
import io.sevenfold.events.InteractionRecorded;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How connected a contact is (S1, S2), as asked and as told. */
@CadenceServiceTest
class ConnectionsTest {

    private Workspace acme;

    @BeforeEach
    void onMonday() {
        Workspace.onMonday();
        acme = Workspace.withCapacity(20);
    }

    @Test
    void growsFromACardToAConnection_S1() {
        // Given
        UUID contact = acme.contact();
        acme.awaitDue(contact);

        // Then
        assertEquals("card 0 2026-11-23", asked(contact));

        // When
        acme.act(acme.step(contact, 1), "complete", "{}").then().statusCode(200);

        // Then
        assertEquals("reaching 4 2026-11-26", asked(contact));

        // When
        Workspace.at("2026-11-24T09:00:00Z");
        acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());

        // Then
        assertEquals("in-touch 24 2026-11-24", asked(contact));

        // When
        for (int day = 25; day <= 28; day++) {
            Workspace.at("2026-11-" + day + "T09:00:00Z");
            acme.happened(contact, Direction.OUTBOUND, Outcome.REPLIED, CLOCK.instant());
        }

        // Then
        JsonPath connection = connection(contact);
        assertEquals("connected", connection.getString("stage"));
        assertEquals("2026-11-28T09:00:00Z", connection.getString("since"));
        assertEquals(6, connection.getList("given").size());
        assertEquals("2026-11-28T09:00:00Z", connection.getString("given[0].occurredAt"));
        assertEquals(20f, connection.getFloat("given[0].points"));
        assertEquals(true, connection.getBoolean("given[0].theirs"));
        assertEquals(3.92f, connection.getFloat("given[5].points"));
        assertEquals(false, connection.getBoolean("given[5].theirs"));
        assertEquals(
                List.of("card", "reaching", "in-touch", "connected"),
                tellings(contact).stream()
                        .map(it -> it.data().getString("stage"))
                        .distinct()
                        .toList());
    }

    @Test
    void isToldWhenItChangesAndNotOtherwise() {
        // Given
        UUID contact = acme.contact();
        acme.awaitDue(contact);
        Interaction call = acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());
        assertEquals("card in-touch", told(contact, "stage"));
        assertEquals("1 2", told(contact, "version"));
        assertEquals("0 20", told(contact, "strength"));
        assertEquals("2026-11-23 2026-11-23", told(contact, "nextTouchOn"));

        // When
        acme.deliver(call, new InteractionRecorded(call));
        acme.happened(contact, Direction.INBOUND, Outcome.AUTO_REPLY, CLOCK.instant());
        acme.changed(Reps.inBerlin(acme.rep(), 2, 30));
        Workspace.at("2026-11-23T09:05:00Z");

        // Then
        assertEquals("1 2", told(contact, "version"));

        // When
        Interaction corrected = acme.interaction(
                call.id(), 2, contact, Direction.OUTBOUND, Outcome.NO_ANSWER, Instant.parse("2026-11-23T09:00:00Z"));
        acme.deliver(corrected, new InteractionCorrected(corrected));

        // Then
        assertEquals("card in-touch reaching", told(contact, "stage"));
        assertEquals("0 20 4", told(contact, "strength"));
    }

    @Test
    void fadesAndIsLostByTimeAlone_S1() {
        // Given
        UUID contact = acme.contact(null);
        acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());

        // Then
        assertEquals("in-touch 20 no-owner", asked(contact));

        // When
        after("PT1080H");

        // Then
        assertEquals("in-touch", last(contact, "stage"));

        // When
        after("PT1080H1S");

        // Then
        assertEquals("fading 17 no-owner", asked(contact));
        assertEquals("fading", last(contact, "stage"));
        assertEquals("17", last(contact, "strength"));
        assertEquals("no-owner", last(contact, "whyNone"));

        // When
        after("P365D");

        // Then
        assertEquals("lost-touch 5 no-owner", asked(contact));
        assertEquals("2027-11-23T09:00:00Z", connection(contact).getString("since"));
        assertEquals("lost-touch", last(contact, "stage"));
        assertEquals("5", last(contact, "strength"));

        // When
        int told = tellings(contact).size();
        ConnectionsNow.renew();

        // Then
        assertEquals(told, tellings(contact).size());
    }

    @Test
    void knowsTheMomentOfAskingAlsoWhereTheJobHasNotLookedYet() {
        // Given
        UUID contact = acme.contact();
        acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());

        // When
        CLOCK.set(DomainClockOfTests.START.plus(Duration.ofDays(180)));

        // Then
        assertEquals("fading", connection(contact).getString("stage"));
        assertEquals(10, connection(contact).getInt("strength"));
    }

    @Test
    void isClosedWhileNobodyMayContactThem_S1() {
        // Given
        UUID contact = acme.contact();
        acme.happened(contact, Direction.OUTBOUND, Outcome.NONE, CLOCK.instant());

        // When
        acme.changed(state(contact, 2, acme.rep(), true, null));

        // Then
        assertEquals("closed 4 do-not-contact", asked(contact));
        assertEquals("2026-11-23T09:00:00Z", connection(contact).getString("since"));

        // When
        acme.changed(state(contact, 3, acme.rep(), false, CLOCK.instant()));

        // Then
        assertEquals("reaching 4 ended", asked(contact));
        assertEquals("card reaching closed reaching", told(contact, "stage"));
    }

    @Test
    void saysWhyThereIsNoNextTouch() {
        // Given
        UUID unowned = acme.contact(null);
        UUID notEnrolled = UUID.randomUUID();
        acme.deliver(Topic.CONTACTS, notEnrolled, new ContactAdded(state(notEnrolled, 1, acme.rep(), true, null)));
        acme.changed(state(notEnrolled, 2, acme.rep(), false, CLOCK.instant()));

        // Then
        assertEquals("card 0 no-owner", asked(unowned));
        assertEquals("card 0 not-enrolled", asked(notEnrolled));
        assertEquals("no-owner", last(unowned, "whyNone"));
        assertEquals("not-enrolled", last(notEnrolled, "whyNone"));
    }

    @Test
    void tellsNothingAnewWhenAllIsReplayed() {
        // Given
        UUID contact = acme.contact();
        acme.awaitDue(contact);
        acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());
        after("PT1080H1S");
        List<String> before = Database.query("select c::text from connection c where contact_id = ?", contact);
        int told = tellings(contact).size();

        // When
        Topics.replay(List.of(Topic.INTERACTIONS, Topic.CONTACTS), List.of(acme.subject(contact)));
        ConnectionsNow.renew();

        // Then
        assertEquals(before, Database.query("select c::text from connection c where contact_id = ?", contact));
        assertEquals(told, tellings(contact).size());
    }

    @Test
    void keepsAndTellsNothingOfTheErased() {
        // Given
        UUID contact = acme.contact();
        acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());

        // When
        acme.deliver(Topic.CONTACTS, contact, new ContactErased(contact, 2));
        after("P400D");

        // Then
        List<Topics.Told> told = tellings(contact);
        assertNull(told.get(told.size() - 1).data());
        assertEquals(List.of("ended_subject"), Database.tablesHolding(contact.toString()));
        acme.as("app").get("/v1/connections/" + contact).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "rep", "manager", "admin"})
    void isShownToWhoeverMaySeeThePlan(String role) {
        acme.as(role).get("/v1/connections/" + acme.contact()).then().statusCode(200);
    }

    @Test
    void isUnknownInAnotherWorkspace() {
        // Given
        UUID contact = Workspace.withCapacity(20).contact();

        // Then
        acme.as("app")
                .get("/v1/connections/" + contact)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", equalTo("There is no connection of a contact " + contact + "."));
    }

    /** Stage, strength, and the next touch or why there is none. */
    private String asked(UUID contact) {
        JsonPath it = connection(contact);
        String next = it.getString("nextTouchOn");
        return it.getString("stage") + " " + it.getInt("strength") + " "
                + (next == null ? it.getString("whyNone") : next);
    }

    private JsonPath connection(UUID contact) {
        return acme.as("app")
                .get("/v1/connections/" + contact)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<Topics.Told> tellings(UUID contact) {
        return Topics.about(Topic.CONNECTIONS.topicName(), acme.subject(contact));
    }

    private String told(UUID contact, String field) {
        return tellings(contact).stream().map(it -> it.data().getString(field)).collect(joining(" "));
    }

    private String last(UUID contact, String field) {
        List<Topics.Told> told = tellings(contact);
        return told.get(told.size() - 1).data().getString(field);
    }

    /** So long after the beginning. */
    private static void after(String duration) {
        Workspace.at(DomainClockOfTests.START.plus(Duration.parse(duration)).toString());
        ConnectionsNow.renew();
    }
}
