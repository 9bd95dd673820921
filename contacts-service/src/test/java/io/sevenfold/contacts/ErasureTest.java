package io.sevenfold.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.sevenfold.infra.Database;
import io.sevenfold.infra.Events.Event;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@ContactsServiceTest
class ErasureTest {

    private final Workspace acme = Workspace.fresh();

    @Test
    void leavesNothingOfAPersonAndTellsOfItLast() {
        // Given
        UUID id = acme.addContact(Map.of(
                "name", "Unforgettable Ada",
                "email", "unforgettable@example.com",
                "externalId", "unforgettable-1",
                "tags", List.of("unforgettable")));
        acme.patchContact(id, Map.of("version", 1, "title", "unforgettable"))
                .then()
                .statusCode(200);

        // When
        acme.as("app").delete("/v1/contacts/" + id).then().statusCode(204);

        // Then
        await().untilAsserted(() -> assertThat(acme.published("contacts", id))
                .extracting(Event::type)
                .containsExactly("ContactAdded", "ContactChanged", "ContactErased"));
        JsonPath erased = JsonPath.from(acme.published("contacts", id).get(2).data());
        assertThat(erased.<Map<String, ?>>get("")).isEqualTo(Map.of("contactId", id.toString(), "version", 3));
        await().untilAsserted(
                        () -> assertThat(Database.tablesHolding("nforgettable")).isEmpty());
        assertThat(Database.tablesHolding(id.toString())).containsExactly("ended_subject");
    }

    @Test
    void erasesOnlyTheVersionThatIfMatchNames() {
        // Given
        UUID contact = acme.addContact(Map.of("name", "Ada"));
        UUID rep = acme.addRep("mara");

        // Then
        for (String path : List.of("/v1/contacts/" + contact, "/v1/reps/" + rep)) {
            acme.as("app").header("If-Match", "one").delete(path).then().statusCode(400);
            acme.as("app")
                    .header("If-Match", "\"2\"")
                    .delete(path)
                    .then()
                    .statusCode(409)
                    .body("currentVersion", equalTo(1));
            acme.as("app").header("If-Match", "\"1\"").delete(path).then().statusCode(204);
            acme.as("app").header("If-Match", "\"1\"").delete(path).then().statusCode(204);
        }
    }

    @Test
    void neverWritesToAnErasedContactAgain() {
        // Given
        UUID id = acme.addContact(Map.of("name", "Ada", "externalId", "crm-1"));
        acme.as("app").delete("/v1/contacts/" + id).then().statusCode(204);

        // Then
        acme.contact(id).then().statusCode(404);
        acme.patchContact(id, Map.of("version", 2, "name", "Ada")).then().statusCode(404);
        acme.as("app")
                .body(Map.of("id", id, "name", "Ada"))
                .post("/v1/contacts")
                .then()
                .statusCode(409)
                .body("type", endsWith(":id-erased"));
        acme.as("app").delete("/v1/contacts/" + id).then().statusCode(204);
        acme.as("app")
                .body(Map.of("name", "Ada"))
                .put("/v1/contacts/by-external-id/crm-1")
                .then()
                .statusCode(201);
    }

    @Test
    void leavesTheContactsOfAnErasedRepWithoutAnOwner() {
        // Given
        UUID mara = acme.addRep("unforgettable-mara");
        UUID cem = acme.addRep(Map.of(
                "name", "cem",
                "email", "cem@reps.example",
                "timeZone", "UTC",
                "managerId", mara,
                "absences", List.of(Map.of("from", "2026-12-24", "to", "2026-12-28", "coverRepId", mara))));
        List<UUID> owned = IntStream.range(0, 3)
                .mapToObj(i -> acme.addContact(Map.of(
                        "name",
                        "C" + i,
                        "ownerId",
                        mara,
                        "tags",
                        List.of("t" + i),
                        "doNotContactChannels",
                        List.of("call"))))
                .toList();
        UUID other = acme.addContact(Map.of("name", "Ada", "ownerId", cem));

        // When
        acme.as("app").delete("/v1/reps/" + mara).then().statusCode(204);

        // Then
        acme.rep(mara).then().statusCode(404);
        acme.as("app").delete("/v1/reps/" + mara).then().statusCode(204);
        acme.rep(cem)
                .then()
                .body("version", equalTo(2))
                .body("managerId", nullValue())
                .body("absences.coverRepId", everyItem(nullValue()));
        acme.contact(other).then().body("ownerId", equalTo(cem.toString())).body("version", equalTo(1));
        for (int i = 0; i < owned.size(); i++) {
            UUID contact = owned.get(i);
            acme.contact(contact).then().body("ownerId", nullValue()).body("version", equalTo(2));
            await().untilAsserted(() ->
                    assertThat(acme.published("contacts", contact)).hasSize(2));
            JsonPath told =
                    JsonPath.from(acme.published("contacts", contact).get(1).data());
            assertThat(told.<Map<String, ?>>get("contact"))
                    .isEqualTo(Map.of(
                            "id",
                            contact.toString(),
                            "version",
                            2,
                            "name",
                            "C" + i,
                            "tags",
                            List.of("t" + i),
                            "doNotContact",
                            false,
                            "doNotContactChannels",
                            List.of("call")));
        }
        assertThat(acme.published("reps", cem)).extracting(Event::type).containsExactly("RepAdded", "RepChanged");
        assertThat(acme.published("reps", mara)).extracting(Event::type).containsExactly("RepAdded", "RepErased");
        assertThat(Database.tablesHolding("unforgettable-mara")).isEmpty();
        assertThat(Database.tablesHolding(mara.toString())).containsExactly("ended_subject");
    }

    @Test
    void leavesManyContactsWithoutAnOwnerAtOnce() {
        // Given
        UUID mara = acme.addRep("mara");
        Database.query("""
                insert into contact (workspace_id, id, version, created_from, name, owner_id, do_not_contact, do_not_contact_channels)
                select ?, gen_random_uuid(), 1, gen_random_uuid(), 'C' || i, ?, false, '{}' from generate_series(1, 2500) i
                returning id""", acme.name(), mara);

        // When
        acme.as("app").delete("/v1/reps/" + mara).then().statusCode(204);

        // Then
        assertThat(Database.query(
                        "select count(*) from contact where workspace_id = ? and owner_id is null and version = 2",
                        acme.name()))
                .containsExactly("2500");
        await().untilAsserted(() -> assertThat(io.sevenfold.infra.Events.of("contacts", acme.name() + "/"))
                .hasSize(2500));
    }
}
