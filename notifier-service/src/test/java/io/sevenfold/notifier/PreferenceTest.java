package io.sevenfold.notifier;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import io.sevenfold.events.RepErased;
import io.sevenfold.events.Topic;
import io.sevenfold.infra.Database;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a rep wants to be told (N1). */
@NotifierServiceTest
class PreferenceTest {

    private static final String EACH = "{\"mails\": \"each\", \"teamDigest\": false}";

    private final Workspace acme = Workspace.withDigests();

    @Test
    void isTheDigestUntilSomebodyChangesIt() {
        acme.as("rep")
                .get(path(acme.repId()))
                .then()
                .statusCode(200)
                .body("repId", equalTo(acme.repId().toString()))
                .body("mails", equalTo("digest"))
                .body("teamDigest", equalTo(true))
                .body("changedAt", nullValue())
                .body("changedBy", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "rep", "manager", "admin"})
    void isChangedByTheRepAndByWhoActsForAll(String role) {
        put(role, EACH)
                .statusCode(200)
                .body("mails", equalTo("each"))
                .body("teamDigest", equalTo(false))
                .body("changedAt", equalTo(DomainClockOfTests.START.toString()))
                .body("changedBy", notNullValue());
        acme.as("manager").get(path(acme.repId())).then().body("mails", equalTo("each"));
    }

    @Test
    void saysWhoChangedItLast() {
        // Given
        put("rep", EACH).body("changedBy", equalTo(acme.repId().toString()));

        // When: nothing else is wanted
        put("manager", EACH).statusCode(200);

        // Then
        acme.as("rep")
                .get(path(acme.repId()))
                .then()
                .body("changedBy", equalTo(acme.repId().toString()));
    }

    @Test
    void isNobodyElses() {
        UUID other = acme.addColleague("Katherine Johnson");
        acme.as("rep").get(path(other)).then().statusCode(403).contentType("application/problem+json");
        acme.as("rep")
                .contentType("application/json")
                .body(EACH)
                .put(path(other))
                .then()
                .statusCode(403);
        Workspace.fresh().as("admin").get(path(acme.repId())).then().statusCode(404);
        acme.as("admin").get(path(UUID.randomUUID())).then().statusCode(404);
        acme.as("admin")
                .contentType("application/json")
                .body(EACH)
                .put(path(UUID.randomUUID()))
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"teamDigest\": true} | mails",
                "{\"mails\": \"digest\"} | teamDigest",
                "{\"mails\": \"none\", \"teamDigest\": true} | mails",
                "{\"mails\": \"digest\", \"teamDigest\": \"perhaps\"} | teamDigest",
                "{\"mails\": \"digest\", \"teamDigest\": true, \"sms\": true} | sms",
            })
    void refusesWhatMakesNoSense(String body, String field) {
        put("rep", body).statusCode(400).contentType("application/problem+json").body("errors.field", hasItem(field));
    }

    @Test
    void refusesWhatIsNoJson() {
        put("rep", "digest").statusCode(400).body("type", containsString("invalid-request"));
        put("rep", "").statusCode(400);
    }

    @Test
    void isForgottenWithTheRep() {
        put("rep", EACH);
        acme.publish(Topic.REPS, acme.repId(), new RepErased(acme.repId(), 9));
        await().until(() -> Database.query("select 1 from preference where workspace_id = ?", acme.name())
                .isEmpty());
    }

    private ValidatableResponse put(String role, String body) {
        return acme.as(role)
                .contentType("application/json")
                .body(body)
                .put(path(acme.repId()))
                .then();
    }

    private static String path(UUID rep) {
        return "/v1/preferences/" + rep;
    }
}
