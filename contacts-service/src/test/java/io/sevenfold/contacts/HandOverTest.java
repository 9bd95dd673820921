package io.sevenfold.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.sevenfold.infra.Database;
import io.sevenfold.infra.Events;
import io.sevenfold.infra.Events.Event;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hand-overs that somebody decided in cadence-service. */
@ContactsServiceTest
class HandOverTest {

    private static final Instant START = DomainClockOfTests.START;

    private final Workspace acme = Workspace.fresh();
    private UUID mara;
    private UUID cem;
    private UUID ada;

    @BeforeEach
    void addARepWithAContactAndAnother() {
        mara = acme.addRep("mara");
        cem = acme.addRep("cem");
        ada = acme.addContact(Map.of("name", "Ada", "ownerId", mara, "tags", List.of("fair")));
    }

    @AfterEach
    void setTheClockBack() {
        DomainClockOfTests.CLOCK.set(START);
    }

    @Test
    void makesTheRepTheOwnerAndTellsOfIt() {
        // When
        handOver(ada, cem, START.plusSeconds(60));

        // Then
        assertOwner(ada, cem, 2);
        await().untilAsserted(() -> assertThat(acme.published("contacts", ada)).hasSize(2));
        JsonPath told = JsonPath.from(acme.published("contacts", ada).get(1).data());
        assertThat(told.getString("contact.ownerId")).isEqualTo(cem.toString());
        assertThat(told.<List<String>>get("contact.tags")).containsExactly("fair");
    }

    @Test
    void changesNothingWhereTheRepOwnsItAlready() {
        // When
        handOver(ada, mara, START.plusSeconds(60));
        handOver(ada, mara, START.plusSeconds(60));

        // Then
        assertOwner(ada, mara, 1);
    }

    @Test
    void takesTheLatestOfSeveral() {
        // When
        IntStream.range(1, 20).forEach(i -> send(ada, i % 2 == 0 ? mara : cem, START.plusSeconds(i)));

        // Then
        Interactions.awaitHandled("touchpoints");
        assertThat(owner(ada)).isEqualTo(cem);
    }

    @Test
    void givesWayToALaterWordOfAPerson() {
        // Given
        DomainClockOfTests.CLOCK.set(START.plusSeconds(120));
        acme.changeContact(ada, Map.of("ownerId", acme.addRep("tom")));
        acme.changeContact(ada, Map.of("ownerId", mara));

        // When
        handOver(ada, cem, START.plusSeconds(60));

        // Then
        assertOwner(ada, mara, 3);

        // When
        handOver(ada, cem, START.plusSeconds(180));

        // Then
        assertOwner(ada, cem, 4);
    }

    @Test
    void undoesNoLaterChangeWhenTheTopicIsReplayedFromZero() {
        // Given
        UUID card = acme.addContact(Map.of("name", "A.", "ownerId", mara));
        handOver(ada, cem, START.plusSeconds(60));
        handOver(ada, mara, START.plusSeconds(120));
        handOver(card, mara, START.plusSeconds(130));
        DomainClockOfTests.CLOCK.set(START.plusSeconds(125));
        acme.changeContact(ada, Map.of("ownerId", cem));
        acme.merge(card, ada).then().statusCode(200);
        String before = acme.contact(ada).asString();

        // When
        Database.change("update consumer_offset set next_offset = 0 where topic = 'touchpoints'");
        somebodyInEachPartition().forEach(unknown -> send(unknown, mara, START));
        Interactions.awaitHandled("touchpoints");

        // Then
        assertThat(acme.contact(ada).asString()).isEqualTo(before);
    }

    @Test
    void followsAContactThatWasMergedIntoAnother() {
        // Given
        UUID card = acme.addContact(Map.of("name", "A."));
        acme.merge(card, ada).then().statusCode(200);

        // When
        handOver(card, cem, START.plusSeconds(60));

        // Then
        assertOwner(ada, cem, 3);
    }

    @Test
    void doesNothingForAnErasedContactOrAnErasedOrForeignRep() {
        // Given
        UUID erased = acme.addContact(Map.of("name", "Ben"));
        acme.as("app").delete("/v1/contacts/" + erased).then().statusCode(204);
        UUID foreign = Workspace.fresh().addRep("eve");
        UUID gone = acme.addRep("tom");
        acme.as("app").delete("/v1/reps/" + gone).then().statusCode(204);

        // When
        send(erased, cem, START.plusSeconds(60));
        send(ada, gone, START.plusSeconds(60));
        send(ada, foreign, START.plusSeconds(70));
        handOver(ada, UUID.randomUUID(), START.plusSeconds(80));

        // Then
        assertOwner(ada, mara, 1);
        assertThat(Database.tablesHolding(erased.toString())).containsExactly("ended_subject");

        // When
        handOver(ada, cem, START.plusSeconds(50));

        // Then
        assertOwner(ada, cem, 2);
    }

    @Test
    void bringsNoOwnerBackAfterTheirErasure() {
        // Given
        handOver(ada, cem, START.plusSeconds(60));
        DomainClockOfTests.CLOCK.set(START.plusSeconds(120));
        acme.as("app").delete("/v1/reps/" + cem).then().statusCode(204);

        // When
        handOver(ada, mara, START.plusSeconds(90));

        // Then
        acme.contact(ada).then().body("ownerId", org.hamcrest.Matchers.nullValue());
    }

    @Test
    void putsPoisonBetweenGoodOnesAside() {
        // Given
        UUID ben = acme.addContact(Map.of("name", "Ben"));

        // When
        Events.send("touchpoints", new Event(key(ada), "ContactHandedOver", "{\"contactId\": \"" + ada + "\"}"));
        Events.send("touchpoints", new Event(key(ada), "TouchpointDue", "{not looked at}"));
        send(ben, cem, START.plusSeconds(60));
        handOver(ada, cem, START.plusSeconds(60));

        // Then
        assertOwner(ada, cem, 2);
        assertOwner(ben, cem, 2);
        await().untilAsserted(() -> assertThat(Events.of("touchpoints.dead-letters", acme.name() + "/"))
                .hasSize(1));
    }

    /** Only with something new to read does a consumer look up that it is to begin anew. */
    private List<UUID> somebodyInEachPartition() {
        int partitions = Events.ends("touchpoints").size();
        Map<Integer, UUID> found = new HashMap<>();
        while (found.size() < partitions) {
            UUID id = UUID.randomUUID();
            byte[] key = key(id).getBytes(StandardCharsets.UTF_8);
            found.put(Utils.toPositive(Utils.murmur2(key)) % partitions, id);
        }
        return List.copyOf(found.values());
    }

    private void handOver(UUID contact, UUID to, Instant at) {
        send(contact, to, at);
        Interactions.awaitHandled("touchpoints");
    }

    private void send(UUID contact, UUID to, Instant at) {
        Events.send(
                "touchpoints",
                new Event(
                        key(contact),
                        "ContactHandedOver",
                        Json.of(Map.of("contactId", contact, "toRepId", to, "handedOverAt", at, "by", "somebody"))));
    }

    private String key(UUID contact) {
        return acme.name() + "/" + contact;
    }

    private UUID owner(UUID contact) {
        return UUID.fromString(acme.contact(contact).path("ownerId"));
    }

    private void assertOwner(UUID contact, UUID owner, int version) {
        assertThat(owner(contact)).isEqualTo(owner);
        assertThat(acme.contact(contact).<Integer>path("version")).isEqualTo(version);
    }
}
