package io.sevenfold.contacts;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ContactsServiceTest
class RolesTest {

    private final Workspace acme = Workspace.fresh();
    private UUID mara;
    private UUID cem;
    private UUID marasContact;
    private UUID nobodysContact;

    @BeforeEach
    void addTwoRepsAndTheirContacts() {
        mara = acme.addRep("mara");
        cem = acme.addRep("cem");
        marasContact = acme.addContact(Map.of("name", "Ada", "ownerId", mara));
        nobodysContact = acme.addContact(Map.of("name", "Ben"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "manager", "admin"})
    void letsAppsManagersAndAdminsWriteAll(String role) {
        // When
        UUID rep = Workspace.created(acme.as(role)
                .body(Map.of("name", "Tom", "email", "tom@reps.example", "timeZone", "UTC"))
                .post("/v1/reps"));
        UUID contact = Workspace.created(
                acme.as(role).body(Map.of("name", "Cy", "ownerId", rep)).post("/v1/contacts"));

        // Then
        patch(acme.as(role), "contacts", marasContact, Map.of("ownerId", cem))
                .then()
                .statusCode(200);
        patch(acme.as(role), "reps", rep, Map.of("managerId", mara)).then().statusCode(200);
        acme.as(role).delete("/v1/contacts/" + contact).then().statusCode(204);
        acme.as(role).delete("/v1/reps/" + rep).then().statusCode(204);
    }

    @Test
    void letsARepSeeTheWholeWorkspace() {
        acme.as("rep", cem).get("/v1/contacts/" + marasContact).then().statusCode(200);
        acme.as("rep", cem).get("/v1/contacts").then().statusCode(200);
        acme.as("rep", cem).get("/v1/reps/" + mara).then().statusCode(200);
        acme.as("rep", cem).get("/v1/reps").then().statusCode(200);
    }

    @Test
    void givesARepWhatTheyCreate() {
        // When
        Response own = acme.as("rep", mara).body(Map.of("name", "Cy")).post("/v1/contacts");
        Response others =
                acme.as("rep", mara).body(Map.of("name", "Di", "ownerId", cem)).post("/v1/contacts");
        Response synced = acme.as("rep", mara).body(Map.of("name", "Ed")).put("/v1/contacts/by-external-id/crm-1");

        // Then
        own.then().statusCode(201).body("ownerId", equalTo(mara.toString()));
        synced.then().statusCode(201).body("ownerId", equalTo(mara.toString()));
        forbidden(others);
    }

    @Test
    void letsARepWriteTheirOwnContactsAndHandThemOver() {
        patch(acme.as("rep", mara), "contacts", marasContact, Map.of("title", "Owner"))
                .then()
                .statusCode(200);
        patch(acme.as("rep", mara), "contacts", marasContact, Map.of("ownerId", cem))
                .then()
                .statusCode(200);
        forbidden(patch(acme.as("rep", mara), "contacts", marasContact, Map.of("title", "Buyer")));
        forbidden(acme.as("rep", mara).delete("/v1/contacts/" + marasContact));
        acme.as("rep", cem).delete("/v1/contacts/" + marasContact).then().statusCode(204);
    }

    @Test
    void letsARepWriteAndTakeWhatNobodyOwnsButNotGiveItAway() {
        patch(acme.as("rep", mara), "contacts", nobodysContact, Map.of("title", "Owner"))
                .then()
                .statusCode(200);
        forbidden(patch(acme.as("rep", mara), "contacts", nobodysContact, Map.of("ownerId", cem)));
        patch(acme.as("rep", mara), "contacts", nobodysContact, Map.of("ownerId", mara))
                .then()
                .statusCode(200);
    }

    @Test
    void letsARepChangeTheirOwnRecordButNotTheirManager() {
        patch(acme.as("rep", mara), "reps", mara, Map.of("digestTime", "07:00"))
                .then()
                .statusCode(200);
        forbidden(patch(acme.as("rep", mara), "reps", mara, Map.of("managerId", cem)));
        forbidden(patch(acme.as("rep", mara), "reps", cem, Map.of("digestTime", "07:00")));
        forbidden(acme.as("rep", mara).delete("/v1/reps/" + mara));
        forbidden(acme.as("rep", mara)
                .body(Map.of("name", "Tom", "email", "tom@reps.example", "timeZone", "UTC"))
                .post("/v1/reps"));
    }

    @Test
    void letsNobodyElseIn() {
        forbidden(acme.as("visitor").get("/v1/contacts"));
        forbidden(acme.as("visitor").body(Map.of("name", "Cy")).post("/v1/contacts"));
    }

    private Response patch(RequestSpecification as, String what, UUID id, Map<String, ?> change) {
        Map<String, Object> patch = new HashMap<>(change);
        patch.put("version", acme.as("app").get("/v1/" + what + "/" + id).<Integer>path("version"));
        return as.body(patch).patch("/v1/" + what + "/" + id);
    }

    private static void forbidden(Response answer) {
        answer.then().statusCode(403).contentType("application/problem+json");
    }
}
