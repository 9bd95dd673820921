package io.sevenfold.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.sevenfold.infra.Database;
import io.sevenfold.infra.Events;
import io.sevenfold.infra.Events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code contacts} makes of the topic {@code interactions}: do-not-contact is its own ("Who owns what is shared"). */
@ContactsServiceTest
class InteractionsConsumerTest {

    private static final Instant OCCURRED = DomainClockOfTests.START.minus(Duration.ofDays(1));

    private final Workspace acme = Workspace.fresh();
    private final UUID interaction = UUID.randomUUID();
    private UUID ada;

    @BeforeEach
    void addAda() {
        ada = acme.addContact(Map.of("name", "Ada", "tags", List.of("fair")));
    }

    @Test
    void setsDoNotContactAndNamesTheInteraction() {
        // When
        send("InteractionRecorded", 1, "never");

        // Then
        awaitHandled();
        assertOptedOut(2);
        JsonPath told = JsonPath.from(acme.published("contacts", ada).get(1).data());
        assertThat(told.getString("contact.doNotContactBecause")).isEqualTo(interaction.toString());
        assertThat(told.<List<String>>get("contact.tags")).containsExactly("fair");
    }

    @Test
    void changesNothingWhenTheSameEventComesTwice() {
        // When
        send("InteractionRecorded", 1, "never");
        send("InteractionRecorded", 1, "never");

        // Then
        awaitHandled();
        assertOptedOut(2);
    }

    @Test
    void undoesWhatTheInteractionDidWhenItIsCorrected() {
        // Given
        send("InteractionRecorded", 1, "never");
        awaitHandled();

        // When
        send("InteractionCorrected", 2, "not-now");

        // Then
        awaitHandled();
        assertOpen(3);
    }

    @Test
    void undoesWhatTheInteractionDidWhenItIsRemoved() {
        // Given
        send("InteractionRecorded", 1, "never");
        awaitHandled();

        // When
        send("InteractionRemoved", 2, "never");

        // Then
        awaitHandled();
        assertOpen(3);
    }

    @Test
    void hearsNoOlderVersionAfterANewerOne() {
        // When
        send("InteractionCorrected", 2, "not-now");
        awaitHandled();
        send("InteractionRecorded", 1, "never");

        // Then
        awaitHandled();
        assertOpen(1);
    }

    @Test
    void changesNothingWhenTheTopicIsReplayedFromZero() {
        // Given
        send("InteractionRecorded", 1, "never");
        send("InteractionCorrected", 2, "not-now");
        send("InteractionCorrected", 3, "never");
        awaitHandled();
        int version = acme.contact(ada).path("version");
        assertOptedOut(version);
        acme.patchContact(ada, Map.of("version", version, "doNotContact", false))
                .then()
                .statusCode(200);

        // When
        send("InteractionRecorded", 1, "never");
        send("InteractionCorrected", 2, "not-now");
        send("InteractionCorrected", 3, "never");

        // Then
        awaitHandled();
        assertOpen(version + 1);
    }

    @Test
    void keepsANeverForAContactThatIsYetToCome() {
        // Given
        UUID unborn = UUID.randomUUID();
        Events.send("interactions", event(unborn, interaction, "InteractionRecorded", 1, "never", OCCURRED));
        awaitHandled();

        // When
        acme.addContact(Map.of("id", unborn, "name", "Ben"));

        // Then
        assertThat(acme.contact(unborn).<Boolean>path("doNotContact")).isTrue();
        assertThat(acme.contact(unborn).<String>path("doNotContactBecause")).isEqualTo(interaction.toString());

        // When
        Events.send("interactions", event(unborn, interaction, "InteractionCorrected", 2, "replied", OCCURRED));

        // Then
        awaitHandled();
        assertThat(acme.contact(unborn).<Boolean>path("doNotContact")).isFalse();
    }

    @Test
    void leavesALiftedContactAloneUnlessTheNeverIsLater() {
        // Given
        acme.patchContact(ada, Map.of("version", 1, "doNotContact", true))
                .then()
                .statusCode(200);
        acme.patchContact(ada, Map.of("version", 2, "doNotContact", false))
                .then()
                .statusCode(200);

        // When
        send("InteractionRecorded", 1, "never");
        awaitHandled();

        // Then
        assertOpen(3);

        // When
        UUID later = UUID.randomUUID();
        Instant afterLifting = DomainClockOfTests.CLOCK.instant().plusSeconds(1);
        Events.send("interactions", event(ada, later, "InteractionRecorded", 1, "never", afterLifting));

        // Then
        awaitHandled();
        assertThat(acme.contact(ada).<String>path("doNotContactBecause")).isEqualTo(later.toString());
    }

    @Test
    void leavesWhatAPersonSetWhenAnInteractionIsTakenBack() {
        // Given
        acme.patchContact(ada, Map.of("version", 1, "doNotContact", true))
                .then()
                .statusCode(200);

        // When
        send("InteractionRecorded", 1, "never");
        send("InteractionRemoved", 2, "never");

        // Then
        awaitHandled();
        assertThat(acme.contact(ada).<Boolean>path("doNotContact")).isTrue();
        assertThat(acme.contact(ada).<Integer>path("version")).isEqualTo(2);
    }

    @Test
    void namesAnotherNeverWhenTheFirstIsTakenBack() {
        // Given
        UUID second = UUID.randomUUID();
        send("InteractionRecorded", 1, "never");
        Events.send("interactions", event(ada, second, "InteractionRecorded", 1, "never", OCCURRED.plusSeconds(60)));
        awaitHandled();

        // When
        send("InteractionRemoved", 2, "never");

        // Then
        awaitHandled();
        assertThat(acme.contact(ada).<Boolean>path("doNotContact")).isTrue();
        assertThat(acme.contact(ada).<String>path("doNotContactBecause")).isEqualTo(second.toString());
    }

    @Test
    void ignoresWhatIsSaidOfAnErasedContact() {
        // Given
        send("InteractionRecorded", 1, "never");
        awaitHandled();
        acme.as("app").delete("/v1/contacts/" + ada).then().statusCode(204);

        // When
        send("InteractionCorrected", 2, "not-now");
        Events.send("interactions", event(ada, UUID.randomUUID(), "InteractionRecorded", 1, "never", OCCURRED));
        Events.send("interactions", new Event(key(ada, interaction), "Tombstone", null));

        // Then
        awaitHandled();
        assertThat(Database.query("select version from never_interaction where contact_id = ?", ada))
                .isEmpty();
        await().untilAsserted(() -> assertThat(acme.published("contacts", ada))
                .extracting(Event::type)
                .endsWith("ContactErased"));
    }

    @Test
    void followsAContactThatWasMergedIntoAnother() {
        // Given
        UUID survivor = acme.addContact(Map.of("name", "Ada O."));
        Database.query(
                "insert into ended_subject (workspace_id, subject_id, merged_into) values (?, ?, ?) returning 1",
                acme.name(),
                ada,
                survivor);

        // When
        send("InteractionRecorded", 1, "never");
        awaitHandled();
        acme.patchContact(ada, Map.of("version", 2, "title", "Owner")).then().statusCode(200);

        // Then
        assertThat(acme.contact(survivor).<String>path("doNotContactBecause")).isEqualTo(interaction.toString());
        assertThat(acme.contact(survivor).<String>path("title")).isEqualTo("Owner");
    }

    @Test
    void showsTheOneThatRemainsToWhoeverAsksForTheMerged() {
        // Given
        UUID merged = UUID.randomUUID();
        Database.query(
                "insert into ended_subject (workspace_id, subject_id, merged_into) values (?, ?, ?) returning 1",
                acme.name(),
                merged,
                ada);

        // Then
        assertThat(acme.contact(merged).<String>path("id")).isEqualTo(ada.toString());
        Workspace.fresh().contact(merged).then().statusCode(404);
    }

    @Test
    void movesOnPastPoisonBetweenGoodOnes() {
        // Given
        UUID ben = acme.addContact(Map.of("name", "Ben"));

        // When
        Events.send("interactions", new Event(key(ada, UUID.randomUUID()), "InteractionRecorded", "{not json"));
        send("InteractionRecorded", 1, "never");
        Events.send("interactions", new Event(key(ada, UUID.randomUUID()), "InteractionRecorded", "{}"));
        Events.send("interactions", event(ben, UUID.randomUUID(), "InteractionRecorded", 1, "never", OCCURRED));

        // Then
        awaitHandled();
        assertOptedOut(2);
        assertThat(acme.contact(ben).<Boolean>path("doNotContact")).isTrue();
        await().untilAsserted(() -> assertThat(Events.of("interactions.dead-letters", acme.name() + "/"))
                .hasSize(2));
    }

    private void send(String type, long version, String outcome) {
        Events.send("interactions", event(ada, interaction, type, version, outcome, OCCURRED));
    }

    private Event event(UUID contact, UUID id, String type, long version, String outcome, Instant occurredAt) {
        return Interactions.event(acme, contact, id, type, version, outcome, null, occurredAt);
    }

    private String key(UUID contact, UUID id) {
        return acme.name() + "/" + contact + "/" + id;
    }

    private static void awaitHandled() {
        Interactions.awaitHandled("interactions");
    }

    private void assertOptedOut(int version) {
        assertThat(acme.contact(ada).<Boolean>path("doNotContact")).isTrue();
        assertThat(acme.contact(ada).<String>path("doNotContactBecause")).isEqualTo(interaction.toString());
        assertThat(acme.contact(ada).<Integer>path("version")).isEqualTo(version);
        await().untilAsserted(() -> assertThat(acme.published("contacts", ada)).hasSize(version));
    }

    private void assertOpen(int version) {
        assertThat(acme.contact(ada).<Boolean>path("doNotContact")).isFalse();
        assertThat(acme.contact(ada).<String>path("doNotContactBecause")).isNull();
        assertThat(acme.contact(ada).<Integer>path("version")).isEqualTo(version);
    }
}
