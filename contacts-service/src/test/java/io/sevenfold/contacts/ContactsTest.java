package io.sevenfold.contacts;

import static org.hamcrest.Matchers.equalTo;

import java.util.Map;
import org.junit.jupiter.api.Test;

@ContactsServiceTest
class ContactsTest {

    private final Workspace acme = Workspace.fresh();

    @Test
    void addsAContactOfWhomOnlyTheNameIsKnown() {
        // When
        var added = acme.as("app").body(Map.of("name", " Ada ")).post("/v1/contacts");

        // Then
        var id = Workspace.id(added);
        added.then().header("Location", "http://localhost/x").header("ETag", "\"1\"");
        acme.contact(id).then().statusCode(200).body("name", equalTo("Ada")).body("version", equalTo(1));
    }

    @Test
    void addsARep() {
        acme.as("app")
                .body(Map.of("name", "n", "email", "n@x.org", "timeZone", "Europe/Berlin"))
                .post("/v1/reps")
                .then()
                .log()
                .all()
                .statusCode(201);
        acme.as("app").get("/v1/reps").then().log().all().statusCode(200);
    }
}
