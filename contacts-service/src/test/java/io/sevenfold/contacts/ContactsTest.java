package io.sevenfold.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@ContactsServiceTest
class ContactsTest {

    private final Workspace acme = Workspace.fresh();

    @Test
    void addsAContactOfWhomOnlyTheNameIsKnown() {
        // When
        var added = acme.as("app").body(Map.of("name", " Ada ")).post("/v1/contacts");

        // Then
        UUID id = Workspace.created(added);
        added.then().header("Location", endsWith("/v1/contacts/" + id)).header("ETag", "\"1\"");
        acme.contact(id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Ada"))
                .body("version", equalTo(1))
                .body("doNotContact", equalTo(false))
                .body("ownerId", nullValue());
    }

    @Test
    void keepsEveryField() {
        // Given
        UUID owner = acme.addRep("mara");
        Map<String, Object> fields = Map.ofEntries(
                Map.entry("id", UUID.randomUUID().toString()),
                Map.entry("name", "Ada Okafor"),
                Map.entry("email", "Ada@Example.com"),
                Map.entry("phone", "+44 20 7946 0958"),
                Map.entry("company", "Okafor Looms"),
                Map.entry("title", "Owner"),
                Map.entry("timeZone", "Europe/London"),
                Map.entry("ownerId", owner.toString()),
                Map.entry("externalId", "crm-1"),
                Map.entry("tags", List.of("fair", "weaving")),
                Map.entry("doNotContact", false),
                Map.entry("doNotContactChannels", List.of("call", "letter")));

        // When
        UUID id = acme.addContact(fields);

        // Then
        Map<String, Object> read =
                acme.contact(id).then().statusCode(200).extract().path("");
        assertThat(read).containsAllEntriesOf(fields).containsEntry("version", 1);
    }

    @Test
    void givesTheSameContactWhenTheSameRequestIsRepeatedEvenAfterAChange() {
        // Given
        Map<String, ?> request = Map.of("id", UUID.randomUUID(), "name", "Ada", "tags", List.of("b", "a"));
        UUID id = acme.addContact(request);
        acme.patchContact(id, Map.of("version", 1, "title", "Owner")).then().statusCode(200);

        // When
        var again = acme.as("app").body(request).post("/v1/contacts");

        // Then
        again.then().statusCode(200).body("id", equalTo(id.toString())).body("version", equalTo(2));
    }

    @Test
    void refusesAnotherContactUnderAnIdThatIsTaken() {
        // Given
        UUID id = acme.addContact(Map.of("id", UUID.randomUUID(), "name", "Ada"));

        // When
        var other = acme.as("app").body(Map.of("id", id, "name", "Ben")).post("/v1/contacts");

        // Then
        other.then().statusCode(409).body("type", endsWith(":id-taken"));
        acme.contact(id).then().body("name", equalTo("Ada"));
    }

    @Test
    void namesTheContactThatHasTheEmailAlready() {
        // Given
        UUID ada = acme.addContact(Map.of("name", "Ada", "email", "ada@example.com"));
        UUID ben = acme.addContact(Map.of("name", "Ben"));
        Map<String, ?> sameEmail = Map.of("name", "Ada O.", "email", " ADA@example.COM ");

        // When
        var added = acme.as("app").body(sameEmail).post("/v1/contacts");
        var changed = acme.patchContact(ben, Map.of("version", 1, "email", "Ada@Example.com"));

        // Then
        for (var refused : List.of(added, changed)) {
            refused.then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("type", endsWith(":email-taken"))
                    .body("contactId", equalTo(ada.toString()));
        }
        acme.contact(ben).then().body("version", equalTo(1));
    }

    @Test
    void namesTheContactThatHasTheExternalIdAlready() {
        // Given
        UUID ada = acme.addContact(Map.of("name", "Ada", "externalId", "crm-1"));

        // When
        var refused = acme.as("app")
                .body(Map.of("name", "Ben", "externalId", "crm-1"))
                .post("/v1/contacts");

        // Then
        refused.then()
                .statusCode(409)
                .body("type", endsWith(":external-id-taken"))
                .body("contactId", equalTo(ada.toString()));
    }

    @Test
    void changesOnlyWhatThePatchNames() {
        // Given
        UUID id = acme.addContact(Map.of("name", "Ada", "phone", "123", "title", "Owner", "tags", List.of("a", "b")));
        var patch = new java.util.HashMap<String, Object>();
        patch.put("phone", null);
        patch.put("tags", List.of("b", "c", "b"));

        // When
        var changed = acme.as("app").header("If-Match", "\"1\"").body(patch).patch("/v1/contacts/" + id);

        // Then
        changed.then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("phone", nullValue())
                .body("title", equalTo("Owner"))
                .body("tags", contains("b", "c"));
    }

    @Test
    void refusesAChangeOfAnOlderVersion() {
        // Given
        UUID id = acme.addContact(Map.of("name", "Ada"));
        acme.patchContact(id, Map.of("version", 1, "title", "Owner")).then().statusCode(200);

        // When
        var stale = acme.patchContact(id, Map.of("version", 1, "title", "Director"));

        // Then
        stale.then().statusCode(409).body("type", endsWith(":stale-version")).body("currentVersion", equalTo(2));
        acme.contact(id).then().body("title", equalTo("Owner"));
    }

    @Test
    void makesNoVersionOfAPatchThatChangesNothing() {
        // Given
        UUID id = acme.addContact(Map.of("name", "Ada", "tags", List.of("a")));

        // When
        var same = acme.patchContact(id, Map.of("version", 1, "name", " Ada", "tags", List.of("a")));

        // Then
        same.then().statusCode(200).body("version", equalTo(1));
    }

    @Test
    void syncsByTheOtherApplicationsIdWithoutLookingUp() {
        // Given
        UUID owner = acme.addRep("mara");
        Map<String, ?> first = Map.of("name", "Ben", "email", "ben@example.com", "title", "Buyer");
        Map<String, ?> second = Map.of("name", "Ben H.", "email", "ben@example.com");

        // When
        UUID id = Workspace.created(acme.as("app").body(first).put("/v1/contacts/by-external-id/crm 1"));
        var unchanged = acme.as("app").body(first).put("/v1/contacts/by-external-id/crm 1 ");
        acme.patchContact(id, Map.of("version", 1, "ownerId", owner, "doNotContact", true))
                .then()
                .statusCode(200);
        var changed = acme.as("app").body(second).put("/v1/contacts/by-external-id/crm 1");

        // Then
        unchanged.then().statusCode(200).body("version", equalTo(1)).body("externalId", equalTo("crm 1"));
        changed.then()
                .statusCode(200)
                .body("id", equalTo(id.toString()))
                .body("version", equalTo(3))
                .body("name", equalTo("Ben H."))
                .body("title", nullValue())
                .body("ownerId", equalTo(owner.toString()))
                .body("doNotContact", equalTo(true));
    }

    @Test
    void findsTheOneOfAnExternalId() {
        // Given
        UUID ada = acme.addContact(Map.of("name", "Ada", "externalId", "crm-1"));
        acme.addContact(Map.of("name", "Ben", "externalId", "crm-10"));

        // Then
        acme.as("app").get("/v1/contacts?externalId=crm-1").then().body("items.id", contains(ada.toString()));
        acme.as("app")
                .get("/v1/contacts?externalId=crm-2")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void listsByOwnerTagAndText() {
        // Given
        UUID owner = acme.addRep("mara");
        UUID ada = acme.addContact(
                Map.of("name", "Ada", "ownerId", owner, "tags", List.of("fair", "vip"), "company", "100% Wool"));
        UUID ben = acme.addContact(Map.of("name", "Ben", "email", "BEN@wool.example", "tags", List.of("fair")));
        acme.addContact(Map.of("name", "Cem", "company", "1000 Threads"));

        // Then
        assertThat(listed("owner=" + owner)).containsExactly(ada);
        assertThat(listed("tag=fair")).containsExactly(ada, ben);
        assertThat(listed("tag=fair&owner=" + owner)).containsExactly(ada);
        assertThat(listed("text=WOOL")).containsExactly(ada, ben);
        assertThat(listed("text=100%25")).containsExactly(ada);
        assertThat(listed("tag=fair&text=ben")).containsExactly(ben);
        assertThat(listed("tag=nobody")).isEmpty();
    }

    @Test
    void walksAListInPages() {
        // Given
        List<UUID> added = IntStream.range(0, 5)
                .mapToObj(i -> acme.addContact(Map.of("name", "C" + i)))
                .toList();

        // When
        List<UUID> walked = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page =
                    acme.as("app").get("/v1/contacts?limit=2" + cursor).then().statusCode(200);
            page.extract().<List<String>>path("items.id").forEach(id -> walked.add(UUID.fromString(id)));
            String next = page.extract().path("nextCursor");
            cursor = next == null ? null : "&cursor=" + next;
        }

        // Then
        assertThat(walked).containsExactlyElementsOf(added);
    }

    @Test
    void liftsDoNotContactAtTheTimeOfTheDomainClock() {
        // Given
        UUID id = acme.addContact(Map.of("name", "Ada", "doNotContact", true));

        // When
        var lifted = acme.patchContact(id, Map.of("version", 1, "doNotContact", false));

        // Then
        lifted.then()
                .body("doNotContact", equalTo(false))
                .body(
                        "doNotContactLiftedAt",
                        equalTo(DomainClockOfTests.CLOCK.instant().toString()));
    }

    @Test
    void answersNotFoundForAnotherWorkspacesId() {
        // Given
        UUID id = acme.addContact(Map.of("name", "Ada", "externalId", "crm-1"));
        UUID rep = acme.addRep("mara");
        Workspace other = Workspace.fresh();

        // Then
        other.contact(id).then().statusCode(404).body("type", endsWith(":not-found"));
        other.patchContact(id, Map.of("version", 1, "name", "Eve")).then().statusCode(404);
        other.as("app").delete("/v1/contacts/" + id).then().statusCode(404);
        other.rep(rep).then().statusCode(404);
        other.patchRep(rep, Map.of("version", 1, "name", "Eve")).then().statusCode(404);
        other.as("app").delete("/v1/reps/" + rep).then().statusCode(404);
        other.as("app").get("/v1/contacts").then().body("items", hasSize(0));
        other.as("app")
                .body(Map.of("name", "Eve", "ownerId", rep))
                .post("/v1/contacts")
                .then()
                .statusCode(422)
                .body("type", endsWith(":unknown-rep"));
        acme.contact(id).then().statusCode(200).body("name", equalTo("Ada"));
    }

    @Test
    void keepsTheSameIdEmailAndExternalIdInTwoWorkspacesApart() {
        // Given
        Map<String, ?> request =
                Map.of("id", UUID.randomUUID(), "name", "Ada", "email", "a@example.com", "externalId", "crm-1");
        Workspace other = Workspace.fresh();

        // When
        UUID here = acme.addContact(request);
        UUID there = other.addContact(request);
        other.as("app").delete("/v1/contacts/" + there).then().statusCode(204);

        // Then
        acme.contact(here).then().statusCode(200);
    }

    private List<UUID> listed(String filter) {
        return acme
                .as("app")
                .urlEncodingEnabled(false)
                .get("/v1/contacts?" + filter)
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.id")
                .stream()
                .map(UUID::fromString)
                .toList();
    }
}
