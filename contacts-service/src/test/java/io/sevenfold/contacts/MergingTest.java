package io.sevenfold.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.sevenfold.infra.Database;
import io.sevenfold.infra.Events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two contacts that are one person (P12). */
@ContactsServiceTest
class MergingTest {

    private static final Instant OCCURRED = DomainClockOfTests.START.minus(Duration.ofDays(1));

    private final Workspace acme = Workspace.fresh();

    @Test
    void fillsWhatIsEmptyAndUnitesTags_P12() {
        // Given
        UUID mara = acme.addRep("mara");
        UUID card = acme.addContact(Map.of(
                "name", "A. Okafor",
                "email", "ada@example.com",
                "phone", "+44 20 7946 0958",
                "company", "Looms Ltd",
                "timeZone", "Europe/London",
                "externalId", "crm-1",
                "ownerId", mara,
                "tags", List.of("fair", "weaving")));
        UUID ada = acme.addContact(Map.of(
                "name", "Ada Okafor", "company", "Okafor Looms", "title", "Owner", "tags", List.of("fair", "vip")));

        // When
        Response merged = acme.merge(card, ada);

        // Then
        merged.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("id", equalTo(ada.toString()))
                .body("version", equalTo(2))
                .body("name", equalTo("Ada Okafor"))
                .body("email", equalTo("ada@example.com"))
                .body("phone", equalTo("+44 20 7946 0958"))
                .body("company", equalTo("Okafor Looms"))
                .body("title", equalTo("Owner"))
                .body("timeZone", equalTo("Europe/London"))
                .body("externalId", equalTo("crm-1"))
                .body("ownerId", equalTo(mara.toString()))
                .body("tags", contains("fair", "vip", "weaving"));
        assertThat(acme.contact(card).asString()).isEqualTo(merged.asString());
        assertThat(acme.contact(ada).asString()).isEqualTo(merged.asString());
        acme.as("app").get("/v1/contacts").then().body("items.id", contains(ada.toString()));
    }

    @Test
    void tellsOfTheMergedAsItsFinalStateAndOfTheOneThatRemains() {
        // Given
        UUID card = acme.addContact(Map.of("name", "A.", "title", "Owner"));
        UUID ada = acme.addContact(Map.of("name", "Ada"));

        // When
        acme.merge(card, ada).then().statusCode(200);

        // Then
        await().untilAsserted(() -> {
            assertThat(acme.published("contacts", card))
                    .extracting(Event::type)
                    .containsExactly("ContactAdded", "ContactMerged");
            assertThat(acme.published("contacts", ada))
                    .extracting(Event::type)
                    .containsExactly("ContactAdded", "ContactChanged");
        });
        assertThat(told(card).<Map<String, ?>>get(""))
                .isEqualTo(Map.of("contactId", card.toString(), "version", 2, "mergedInto", ada.toString()));
        assertThat(told(ada).getString("contact.title")).isEqualTo("Owner");
        assertThat(told(ada).getInt("contact.version")).isEqualTo(2);
    }

    @Test
    void keepsTheOwnerOfTheOneThatRemains() {
        // Given
        UUID cem = acme.addRep("cem");
        UUID card = acme.addContact(Map.of("name", "A.", "ownerId", acme.addRep("mara")));
        UUID ada = acme.addContact(Map.of("name", "Ada", "ownerId", cem));

        // Then
        acme.merge(card, ada).then().statusCode(200).body("ownerId", equalTo(cem.toString()));
    }

    @Test
    void answersTheSameAgainWithTheOneThatRemains() {
        // Given
        UUID card = acme.addContact(Map.of("name", "A."));
        UUID ada = acme.addContact(Map.of("name", "Ada"));
        Response first = acme.merge(card, ada);

        // When
        Response again = acme.merge(card, ada);
        Response theOtherWay = acme.merge(ada, card);

        // Then
        for (Response same : List.of(again, theOtherWay)) {
            same.then().statusCode(200);
            assertThat(same.asString()).isEqualTo(first.asString());
        }
        await().untilAsserted(() -> assertThat(acme.published("contacts", ada)).hasSize(2));
        assertThat(acme.published("contacts", card)).hasSize(2);
    }

    @Test
    void goesIntoTheOneThatRemainsWhereTheOneNamedWasMerged() {
        // Given
        UUID first = acme.addContact(Map.of("name", "A."));
        UUID second = acme.addContact(Map.of("name", "Ada"));
        UUID third = acme.addContact(Map.of("name", "Ada Okafor"));
        acme.merge(second, third).then().statusCode(200);

        // When
        Response merged = acme.merge(first, second);

        // Then
        merged.then().statusCode(200).body("id", equalTo(third.toString()));
        assertThat(Database.query("select merged_into from ended_subject where subject_id = ?", first))
                .containsExactly(third.toString());
        acme.merge(third, first).then().statusCode(200).body("version", equalTo(3));
    }

    @Test
    void refusesToGoIntoItself_P12() {
        // Given
        UUID ada = acme.addContact(Map.of("name", "Ada"));

        // Then
        acme.merge(ada, ada)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("rule", equalTo("P12"))
                .body("errors.field", contains("into"));
    }

    @Test
    void refusesToMoveWhatWentIntoAThirdOneAlready() {
        // Given
        UUID card = acme.addContact(Map.of("name", "A."));
        UUID ada = acme.addContact(Map.of("name", "Ada"));
        UUID ben = acme.addContact(Map.of("name", "Ben"));
        acme.merge(card, ada).then().statusCode(200);

        // Then
        acme.merge(card, ben)
                .then()
                .statusCode(409)
                .body("type", endsWith(":already-merged"))
                .body("contactId", equalTo(ada.toString()));
        acme.contact(ada).then().body("version", equalTo(2));
    }

    @Test
    void findsNeitherUnknownNorErasedContactsNorThoseOfOthers() {
        // Given
        UUID ada = acme.addContact(Map.of("name", "Ada"));
        UUID erased = acme.addContact(Map.of("name", "Ben"));
        acme.as("app").delete("/v1/contacts/" + erased).then().statusCode(204);
        UUID foreign = Workspace.fresh().addContact(Map.of("name", "Cy"));

        // Then
        for (UUID other : List.of(UUID.randomUUID(), erased, foreign)) {
            acme.merge(ada, other).then().statusCode(404);
            acme.merge(other, ada).then().statusCode(404);
        }
        acme.contact(ada).then().body("version", equalTo(1));
    }

    @Test
    void refusesBodiesThatNameNobody() {
        // Given
        String path = "/v1/contacts/" + acme.addContact(Map.of("name", "Ada")) + "/merge";

        // Then
        for (String[] body : new String[][] {
            {"{}", "into"},
            {"{\"into\": null}", "into"},
            {"{\"into\": \"Ada\"}", "into"},
            {"{\"from\": 1}", "from"},
            {"", "body"}
        }) {
            acme.as("app").body(body[0]).post(path).then().statusCode(400).body("errors.field", contains(body[1]));
        }
    }

    @Test
    void refusesMoreTagsThanAContactMayHave() {
        // Given
        UUID card = acme.addContact(Map.of("name", "A.", "tags", tags("a")));
        UUID ada = acme.addContact(Map.of("name", "Ada", "tags", tags("b")));

        // Then
        acme.merge(card, ada).then().statusCode(422).body("type", endsWith(":too-many-tags"));
        acme.contact(card).then().body("id", equalTo(card.toString()));
    }

    @Test
    void letsARepMergeOnlyWhatIsTheirs() {
        // Given
        UUID mara = acme.addRep("mara");
        UUID own = acme.addContact(Map.of("name", "A.", "ownerId", mara));
        UUID ownToo = acme.addContact(Map.of("name", "Ada", "ownerId", mara));
        UUID others = acme.addContact(Map.of("name", "Ben", "ownerId", acme.addRep("cem")));
        UUID nobodys = acme.addContact(Map.of("name", "Cy"));

        // Then
        for (UUID other : List.of(others, nobodys)) {
            mergeAs("rep", mara, own, other).then().statusCode(403);
            mergeAs("rep", mara, other, own).then().statusCode(403);
        }
        mergeAs("rep", mara, own, ownToo).then().statusCode(200);
        mergeAs("rep", mara, own, ownToo).then().statusCode(200);
        mergeAs("visitor", null, others, nobodys).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "manager", "admin"})
    void letsAppsManagersAndAdminsMergeAll(String role) {
        // Given
        UUID card = acme.addContact(Map.of("name", "A.", "ownerId", acme.addRep("mara")));
        UUID ada = acme.addContact(Map.of("name", "Ada"));

        // Then
        mergeAs(role, null, card, ada).then().statusCode(200);
    }

    @Test
    void writesToTheMergedGoToTheOneThatRemains() {
        // Given
        UUID card = acme.addContact(Map.of("id", UUID.randomUUID(), "name", "A."));
        UUID ada = acme.addContact(Map.of("name", "Ada"));
        acme.merge(card, ada).then().statusCode(200);

        // When
        acme.changeContact(card, Map.of("title", "Owner"));

        // Then
        acme.contact(ada).then().body("title", equalTo("Owner"));
        acme.as("app")
                .body(Map.of("id", card, "name", "A."))
                .post("/v1/contacts")
                .then()
                .statusCode(409)
                .body("type", endsWith(":id-merged"))
                .body("contactId", equalTo(ada.toString()));
    }

    @Test
    void erasesWithTheOneThatRemainsAllThatWentIntoIt() {
        // Given
        UUID card = acme.addContact(
                Map.of("name", "Unforgotten A.", "phone", "555 1234 321", "tags", List.of("unforgotten")));
        UUID ada = acme.addContact(Map.of("name", "Ada"));
        Interactions never = said(card, OCCURRED);
        never.recorded("never", "call");
        awaitHandled();
        acme.merge(card, ada).then().statusCode(200);

        // When
        acme.as("app").delete("/v1/contacts/" + ada).then().statusCode(204);
        never.of(ada).corrected(2, "never", "call");
        never.corrected(3, "never", "call");
        awaitHandled();

        // Then
        acme.contact(card).then().statusCode(404);
        acme.contact(ada).then().statusCode(404);
        acme.merge(card, ada).then().statusCode(404);
        acme.as("app").delete("/v1/contacts/" + card).then().statusCode(204);
        await().untilAsserted(() -> {
            for (String left : List.of("nforgotten", "555 1234 321")) {
                assertThat(Database.tablesHolding(left)).isEmpty();
            }
            for (UUID id : List.of(ada, card)) {
                assertThat(Database.tablesHolding(id.toString())).containsExactly("ended_subject");
            }
        });
    }

    @Test
    void erasesTheOneThatRemainsWhenTheMergedIsErased() {
        // Given
        UUID card = acme.addContact(Map.of("name", "A."));
        UUID ada = acme.addContact(Map.of("name", "Ada"));
        acme.merge(card, ada).then().statusCode(200);

        // When
        acme.as("app").delete("/v1/contacts/" + card).then().statusCode(204);

        // Then
        acme.contact(ada).then().statusCode(404);
        await().untilAsserted(() -> assertThat(acme.published("contacts", ada))
                .extracting(Event::type)
                .endsWith("ContactErased"));
    }

    @Test
    void holdsDoNotContactOfEitherWithTheInteractionThatSetIt_P12() {
        // Given
        UUID card = acme.addContact(Map.of("name", "A.", "doNotContactChannels", List.of("letter")));
        UUID ada = acme.addContact(Map.of("name", "Ada", "doNotContactChannels", List.of("social")));
        Interactions never = said(card, OCCURRED);
        never.recorded("never");
        said(card, OCCURRED).recorded("never", "call");
        awaitHandled();

        // When
        Response merged = acme.merge(card, ada);

        // Then
        merged.then()
                .statusCode(200)
                .body("doNotContact", equalTo(true))
                .body("doNotContactBecause", equalTo(never.interaction().toString()))
                .body("doNotContactChannels", contains("call", "social", "letter"));
        await().untilAsserted(() ->
                assertThat(told(ada).getBoolean("contact.doNotContact")).isTrue());

        // When
        never.of(ada).corrected(2, "never");
        never.of(ada).corrected(3, "not-now");

        // Then
        awaitHandled();
        acme.contact(ada).then().body("doNotContact", equalTo(false)).body("doNotContactBecause", nullValue());
    }

    @Test
    void keepsWhatAPersonSaidOfEitherWhenTheInteractionIsTakenBack_P12() {
        // Given
        UUID card =
                acme.addContact(Map.of("name", "A.", "doNotContact", true, "doNotContactChannels", List.of("call")));
        UUID ada = acme.addContact(Map.of("name", "Ada"));
        Interactions never = said(ada, OCCURRED);
        Interactions noCalls = said(ada, OCCURRED);
        never.recorded("never");
        noCalls.recorded("never", "call");
        awaitHandled();
        acme.merge(card, ada).then().statusCode(200).body("doNotContact", equalTo(true));

        // When
        never.removed(2, "never", null);
        noCalls.removed(2, "never", "call");

        // Then
        awaitHandled();
        acme.contact(ada).then().body("doNotContact", equalTo(true)).body("doNotContactChannels", contains("call"));
    }

    @Test
    void bringsNothingBackThatWasLifted_P12() {
        // Given
        UUID card = acme.addContact(Map.of("name", "A."));
        UUID ada = acme.addContact(Map.of("name", "Ada"));
        Interactions never = said(card, OCCURRED);
        Interactions noCalls = said(card, OCCURRED);
        never.recorded("never");
        noCalls.recorded("never", "call");
        awaitHandled();
        acme.changeContact(card, Map.of("doNotContact", false, "doNotContactChannels", List.of()));

        // When
        Response merged = acme.merge(card, ada);
        never.of(ada).corrected(2, "never");
        noCalls.of(ada).corrected(2, "never", "call");

        // Then
        merged.then()
                .body("doNotContact", equalTo(false))
                .body("doNotContactChannels", empty())
                .body("doNotContactLiftedAt", equalTo("2026-11-23T09:00:00Z"));
        awaitHandled();
        acme.contact(ada).then().body("doNotContact", equalTo(false)).body("doNotContactChannels", empty());
    }

    @Test
    void keepsLiftedWhatIsLiftedAlsoUnderAnEarlierNeverThatBinds_P12() {
        // Given
        UUID card = acme.addContact(Map.of("name", "A."));
        UUID ada = acme.addContact(Map.of("name", "Ada"));
        Interactions lifted = said(card, OCCURRED);
        Interactions binding = said(ada, OCCURRED.plusSeconds(60));
        lifted.recorded("never");
        binding.recorded("never");
        awaitHandled();
        acme.changeContact(card, Map.of("doNotContact", false));

        // When
        Response merged = acme.merge(card, ada);
        lifted.of(ada).corrected(2, "never");

        // Then
        merged.then().body("doNotContactBecause", equalTo(binding.interaction().toString()));
        awaitHandled();
        acme.contact(ada)
                .then()
                .body("doNotContactBecause", equalTo(binding.interaction().toString()));

        // When
        binding.removed(2, "never", null);

        // Then
        awaitHandled();
        acme.contact(ada)
                .then()
                .body("doNotContact", equalTo(false))
                .body("doNotContactLiftedAt", equalTo("2026-11-23T09:00:00Z"));
    }

    private Response mergeAs(String role, UUID rep, UUID id, UUID into) {
        return acme.as(role, rep).body(Map.of("into", into)).post("/v1/contacts/" + id + "/merge");
    }

    private Interactions said(UUID contact, Instant occurredAt) {
        return new Interactions(acme, contact, UUID.randomUUID(), occurredAt);
    }

    private JsonPath told(UUID contact) {
        List<Event> told = acme.published("contacts", contact);
        return JsonPath.from(told.get(told.size() - 1).data());
    }

    private static List<String> tags(String prefix) {
        return IntStream.range(0, 26).mapToObj(i -> prefix + i).toList();
    }

    private static void awaitHandled() {
        Interactions.awaitHandled("interactions");
    }
}
