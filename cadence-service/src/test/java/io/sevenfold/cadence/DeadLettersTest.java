package io.sevenfold.cadence;

import static io.restassured.RestAssured.given;
import static io.sevenfold.cadence.Database.eventually;
import static io.sevenfold.cadence.Workspace.state;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.http.TestHTTPResource;
import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.ContactErased;
import io.sevenfold.events.Topic;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A contact that this service could not take in is planned for once an operator has mended the cause and replays it. */
@CadenceServiceTest
class DeadLettersTest {

    @TestHTTPResource(management = true)
    URI management;

    private final UUID contact = UUID.randomUUID();
    private Workspace acme;

    @BeforeEach
    void putAContactAside() {
        Workspace.onMonday();
        acme = Workspace.withCapacity(20);
        Database.change("alter table contact add constraint broken check (id <> '" + contact + "') not valid");
        acme.deliver(Topic.CONTACTS, contact, new ContactAdded(state(contact, 1, acme.rep())));
        eventually().until(() -> letter() != null);
    }

    @AfterEach
    void mend() {
        Database.change("alter table contact drop constraint if exists broken");
    }

    @Test
    void areHandledAsIfTheyHadJustComeOnceTheCauseIsMended() {
        // Given
        assertNull(letter().get("replayedAt"));
        replay(422);
        mend();

        // When
        replay(200);
        replay(200);

        // Then
        acme.awaitDue(contact);
        assertEquals(1, acme.told(contact, "TouchpointDue").size());
        assertNotNull(letter().get("replayedAt"));
    }

    @Test
    void bringNobodyBackWhoWasErased() {
        // Given
        acme.deliver(Topic.CONTACTS, contact, new ContactErased(contact, 2));
        mend();
        List<String> before = ofContact();
        int told = acme.told(contact).size();

        // When
        replay(200);

        // Then
        assertEquals(before, ofContact());
        assertEquals(told, acme.told(contact).size());
    }

    /** The rep's day may begin meanwhile. */
    private List<String> ofContact() {
        return Database.everything(acme).stream()
                .filter(row -> row.contains(contact.toString()))
                .toList();
    }

    private void replay(int status) {
        Map<String, Object> letter = letter();
        given().post(operation("/" + letter.get("topic") + "/" + letter.get("partition") + "/" + letter.get("offset")
                        + "/replay"))
                .then()
                .statusCode(status);
    }

    private Map<String, Object> letter() {
        return given()
                .get(operation("?topic=contacts.dead-letters&limit=200"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .stream()
                .filter(letter -> letter.get("key").equals(acme.name() + "/" + contact))
                .findAny()
                .orElse(null);
    }

    private URI operation(String path) {
        return management.resolve("/operations/dead-letters" + path);
    }
}
