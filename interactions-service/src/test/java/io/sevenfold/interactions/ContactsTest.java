package io.sevenfold.interactions;

import static io.sevenfold.interactions.Topics.eventually;
import static io.sevenfold.interactions.Workspace.id;
import static io.sevenfold.interactions.Workspace.inbound;
import static io.sevenfold.interactions.Workspace.state;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.delivery.Subject;
import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.ContactChanged;
import io.sevenfold.events.ContactErased;
import io.sevenfold.events.ContactMerged;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.Topic;
import io.sevenfold.infra.Database;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What contacts-service tells of contacts. */
@InteractionsServiceTest
class ContactsTest {

    private static final UUID OWNER = UUID.randomUUID();
    private static final String MERGE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String ERASURE = "0af7651916cd43dd8448eb211c80319c";

    private final Workspace acme = Workspace.fresh();
    private final Subject contact = acme.subject(UUID.randomUUID());

    @Test
    void keepsTheNewestVersionInWhateverOrderTheyCome() {
        // When
        Topics.publish(Topic.CONTACTS, contact, new ContactChanged(state(contact.id(), 3, OWNER)));
        Topics.publish(Topic.CONTACTS, contact, new ContactChanged(state(contact.id(), 2, null)));
        Topics.publish(Topic.CONTACTS, contact, new ContactChanged(state(contact.id(), 3, OWNER)));
        Topics.deliver(Topic.CONTACTS, contact, new ContactAdded(state(contact.id(), 1, null)));

        // Then
        assertEquals(List.of("3 " + OWNER), known());
    }

    @Test
    void erasesEveryInteractionAndTakesItOutOfTheTopic() {
        // Given
        Topics.deliver(Topic.CONTACTS, contact, new ContactAdded(state(contact.id(), 1, null)));
        UUID first = id(acme.record(inbound(contact.id())));
        UUID second = id(acme.record(inbound(contact.id())));
        acme.as("app").delete("/v1/interactions/" + second).then().statusCode(204);

        // When
        Topics.deliver(Topic.CONTACTS, contact, new ContactErased(contact.id(), 2));

        // Then
        assertEquals(List.of(), Stored.interactionsOf(contact));
        assertEquals(List.of(), known());
        acme.get(first).then().statusCode(404);
        eventually()
                .until(() ->
                        Topics.published(contact).containsAll(List.of("Tombstone " + first, "Tombstone " + second)));
        acme.record(inbound(contact.id()))
                .then()
                .statusCode(410)
                .body("type", equalTo("urn:sevenfold:problem:contact-erased"));
    }

    @Test
    void leavesNothingBehindWhenRequestsRaceTheErasure() {
        // Given
        Topics.deliver(Topic.CONTACTS, contact, new ContactAdded(state(contact.id(), 1, null)));
        List<CompletableFuture<Integer>> requests = IntStream.range(0, 30)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> acme.record(inbound(contact.id())).statusCode(), each -> new Thread(each).start()))
                .toList();

        // When
        Topics.deliver(Topic.CONTACTS, contact, new ContactErased(contact.id(), 2));
        List<Integer> statuses = requests.stream().map(CompletableFuture::join).toList();

        // Then
        assertTrue(Set.of(201, 410).containsAll(statuses), statuses.toString());
        assertEquals(List.of(), Stored.interactionsOf(contact));
        long recorded = statuses.stream().filter(status -> status == 201).count();
        eventually().until(() -> Topics.published(contact).size() == 2 * recorded);
        assertEquals(
                recorded,
                Topics.published(contact).stream()
                        .skip(recorded)
                        .filter(told -> told.startsWith("Tombstone"))
                        .count());
    }

    @Test
    void neverBringsAnErasedContactBack() {
        // Given
        Topics.deliver(Topic.CONTACTS, contact, new ContactErased(contact.id(), 2));

        // When
        Topics.deliver(Topic.CONTACTS, contact, new ContactChanged(state(contact.id(), 3, OWNER)));

        // Then
        assertEquals(List.of(), known());
    }

    @Test
    void movesTheInteractionsOfAMergedContactToTheSurvivor() {
        // Given
        Topics.deliver(Topic.CONTACTS, contact, new ContactAdded(state(contact.id(), 1, null)));
        UUID kept = id(acme.record(inbound(contact.id())));
        UUID removed = id(acme.record(inbound(contact.id())));
        acme.as("app").delete("/v1/interactions/" + removed).then().statusCode(204);
        Subject survivor = acme.subject(acme.contact());

        // When
        Topics.deliver(Topic.CONTACTS, contact, new ContactMerged(contact.id(), 2, survivor.id()));
        Topics.deliver(Topic.CONTACTS, contact, new ContactMerged(contact.id(), 2, survivor.id()));

        // Then
        acme.get(kept)
                .then()
                .body("contactId", equalTo(survivor.id().toString()))
                .body("version", equalTo(2));
        eventually().until(Database::isAllPublished);
        assertEquals(List.of("Corrected " + kept + " v2"), Topics.published(survivor));
        assertTrue(Topics.published(contact).containsAll(List.of("Tombstone " + kept, "Tombstone " + removed)));
        assertEquals(5, Topics.published(contact).size());
        acme.as("app")
                .get("/v1/interactions?contact=" + contact.id())
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(kept.toString())));
    }

    @Test
    void keepsWhomAnInteractionFirstHappenedWith_P12() {
        // Given
        Topics.deliver(Topic.CONTACTS, contact, new ContactAdded(state(contact.id(), 1, null)));
        UUID before = id(acme.record(inbound(contact.id())));
        Subject second = acme.subject(acme.contact());
        Subject third = acme.subject(acme.contact());
        UUID own = id(acme.record(inbound(third.id())));

        // When
        Topics.deliver(Topic.CONTACTS, contact, new ContactMerged(contact.id(), 2, second.id()));
        UUID after = id(acme.record(inbound(contact.id())));
        Topics.deliver(Topic.CONTACTS, second, new ContactMerged(second.id(), 2, third.id()));
        acme.patch(before, Map.of("version", 3, "note", "as Ben")).then().statusCode(200);
        acme.as("app").delete("/v1/interactions/" + before).then().statusCode(204);

        // Then
        acme.get(own).then().body("mergedFrom", nullValue());
        acme.get(after).then().body("mergedFrom", equalTo(second.id().toString()));
        eventually()
                .until(
                        () -> Topics.toldOf(before).stream()
                                .map(Interaction::mergedFrom)
                                .toList(),
                        Arrays.asList(null, contact.id(), contact.id(), contact.id(), contact.id())::equals);
        eventually()
                .until(
                        () -> Topics.toldOf(after).stream()
                                .map(Interaction::mergedFrom)
                                .toList(),
                        Arrays.asList(null, second.id())::equals);
    }

    @Test
    void tellsOfAMergeAndAnErasureInTheirTraces() {
        // Given
        Topics.deliver(Topic.CONTACTS, contact, new ContactAdded(state(contact.id(), 1, null)));
        UUID id = id(acme.record(inbound(contact.id())));
        Subject survivor = acme.subject(acme.contact());

        // When
        Topics.awaitHandled(Topics.publishTraced(
                Topic.CONTACTS, contact, new ContactMerged(contact.id(), 2, survivor.id()), MERGE));
        Topics.awaitHandled(
                Topics.publishTraced(Topic.CONTACTS, survivor, new ContactErased(survivor.id(), 2), ERASURE));
        eventually().until(() -> Topics.published(survivor).contains("Tombstone " + id));

        // Then
        assertEquals(List.of(MERGE), traces(contact, 1));
        assertEquals(List.of(MERGE, ERASURE), traces(survivor, 0));
    }

    /** Of what was published of a contact after the first so many events. */
    private static List<String> traces(Subject contact, int after) {
        return Topics.about(contact, Topic.INTERACTIONS.topicName()).stream()
                .skip(after)
                .map(each -> Topics.header(each, "traceparent").split("-")[1])
                .toList();
    }

    @Test
    void recordsForTheSurvivorWhatIsSentForTheMerged() {
        // Given
        Subject survivor = acme.subject(acme.contact());
        Topics.deliver(Topic.CONTACTS, contact, new ContactMerged(contact.id(), 2, survivor.id()));

        // When
        var recorded = acme.record(inbound(contact.id()));

        // Then
        recorded.then().statusCode(201).body("contactId", equalTo(survivor.id().toString()));
        assertEquals(1, Stored.interactionsOf(survivor).size());
    }

    @Test
    void erasesWithTheSurvivorAllThatWentIntoIt() {
        // Given
        Topics.deliver(Topic.CONTACTS, contact, new ContactAdded(state(contact.id(), 1, null)));
        UUID id = id(acme.record(inbound(contact.id())));
        Subject survivor = acme.subject(acme.contact());
        Topics.deliver(Topic.CONTACTS, contact, new ContactMerged(contact.id(), 2, survivor.id()));

        // When
        Topics.deliver(Topic.CONTACTS, survivor, new ContactErased(survivor.id(), 2));

        // Then
        assertEquals(List.of(), Stored.interactionsOf(survivor));
        eventually().until(() -> Topics.published(survivor).contains("Tombstone " + id));
        acme.record(inbound(contact.id())).then().statusCode(410);
        assertEquals(List.of(), Database.query("select 1 from interaction where id = ?", id));
    }

    @Test
    void erasesWhatIsMergedIntoAnErasedContact() {
        // Given
        Topics.deliver(Topic.CONTACTS, contact, new ContactAdded(state(contact.id(), 1, null)));
        UUID id = id(acme.record(inbound(contact.id())));
        Subject survivor = acme.subject(UUID.randomUUID());
        Topics.deliver(Topic.CONTACTS, survivor, new ContactErased(survivor.id(), 2));

        // When
        Topics.deliver(Topic.CONTACTS, contact, new ContactMerged(contact.id(), 2, survivor.id()));

        // Then
        assertEquals(List.of(), Database.query("select 1 from interaction where id = ?", id));
        eventually().until(() -> Topics.published(contact).contains("Tombstone " + id));
    }

    @Test
    void putsPoisonBetweenGoodOnesAsideWhole() {
        // Given
        String poison = "{\"contact\": {\"id\": \"Ada's\"}}";

        // When
        Topics.publish(Topic.CONTACTS, contact, new ContactAdded(state(contact.id(), 1, null)));
        Topics.publish(Topic.CONTACTS, contact, "ContactChanged", poison.getBytes(StandardCharsets.UTF_8));
        Topics.deliver(Topic.CONTACTS, contact, new ContactChanged(state(contact.id(), 3, OWNER)));

        // Then
        assertEquals(List.of("3 " + OWNER), known());
        eventually().until(() -> Topics.about(contact, "contacts.dead-letters").size() == 1);
        var letter = Topics.about(contact, "contacts.dead-letters").get(0);
        var original = Topics.about(contact, "contacts").get(1);
        assertEquals(poison, letter.value());
        assertEquals(original.key(), letter.key());
        original.headers()
                .forEach(header -> assertEquals(header, letter.headers().lastHeader(header.key())));
        assertEquals("interactions", Topics.header(letter, "dead-letter-service"));
        assertTrue(Topics.header(letter, "dead-letter-reason").contains("contact.id"));
    }

    private List<String> known() {
        return Database.query(
                "select concat_ws(' ', version, owner_id) from contact where workspace_id = ? and id = ?",
                contact.workspace(),
                contact.id());
    }
}
