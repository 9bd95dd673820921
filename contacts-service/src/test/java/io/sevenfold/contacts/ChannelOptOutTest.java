package io.sevenfold.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A "never" for one channel: the contact is do-not-contact there, and only there ("What an interaction does"). */
@ContactsServiceTest
class ChannelOptOutTest {

    private static final Instant OCCURRED = DomainClockOfTests.START.minus(Duration.ofDays(1));

    private final Workspace acme = Workspace.fresh();
    private UUID ada;
    private Interactions never;

    @BeforeEach
    void addAda() {
        ada = acme.addContact(Map.of("name", "Ada"));
        never = said(OCCURRED);
    }

    @Test
    void addsTheChannelAndLeavesTheOthersOpen() {
        // When
        never.recorded("never", "letter");
        said(OCCURRED).recorded("never", "call");

        // Then
        awaitHandled();
        acme.contact(ada)
                .then()
                .body("doNotContact", equalTo(false))
                .body("doNotContactBecause", nullValue())
                .body("doNotContactChannels", contains("call", "letter"));
        await().untilAsserted(() -> {
            JsonPath last = JsonPath.from(acme.published("contacts", ada).stream()
                    .reduce((a, b) -> b)
                    .orElseThrow()
                    .data());
            assertThat(last.<List<String>>get("contact.doNotContactChannels")).containsExactly("call", "letter");
        });
    }

    @Test
    void takesBackWhatItOnlySetWhenItIsRemoved() {
        // Given
        never.recorded("never", "call");
        awaitHandled();

        // When
        never.removed(2, "never", "call");

        // Then
        awaitHandled();
        acme.contact(ada).then().body("doNotContactChannels", empty()).body("version", equalTo(3));
    }

    @Test
    void leavesAChannelThatAnotherInteractionNamesToo() {
        // Given
        never.recorded("never", "call");
        said(OCCURRED).recorded("never", "call");
        awaitHandled();

        // When
        never.corrected(2, "not-now");

        // Then
        awaitHandled();
        acme.contact(ada).then().body("doNotContactChannels", contains("call")).body("version", equalTo(2));
    }

    @Test
    void leavesWhatAPersonSetWhenAnInteractionIsTakenBack() {
        // Given
        change(Map.of("doNotContactChannels", List.of("call")));
        never.recorded("never", "call");
        awaitHandled();
        change(Map.of("doNotContactChannels", List.of("call", "email")));

        // When
        never.removed(2, "never", "call");

        // Then
        awaitHandled();
        acme.contact(ada).then().body("doNotContactChannels", contains("email", "call"));
    }

    @Test
    void goesFromOneChannelToAllAndBackAsTheInteractionIsCorrected() {
        // Given
        never.recorded("never", "call");

        // When
        never.corrected(2, "never");

        // Then
        awaitHandled();
        acme.contact(ada)
                .then()
                .body("doNotContact", equalTo(true))
                .body("doNotContactBecause", equalTo(never.interaction().toString()))
                .body("doNotContactChannels", empty());

        // When
        never.corrected(3, "never", "message");

        // Then
        awaitHandled();
        acme.contact(ada).then().body("doNotContact", equalTo(false)).body("doNotContactChannels", contains("message"));
    }

    @Test
    void holdsAgainstEarlierNeversOnceItIsLifted() {
        // Given
        never.recorded("never", "call");
        said(OCCURRED).recorded("never", "email");
        awaitHandled();

        // When
        change(Map.of("doNotContactChannels", List.of("email")));
        said(OCCURRED.minusSeconds(60)).recorded("never", "call");
        never.corrected(2, "never", "call");

        // Then
        awaitHandled();
        acme.contact(ada).then().body("doNotContactChannels", contains("email"));

        // When
        said(DomainClockOfTests.START.plusSeconds(1)).recorded("never", "call");

        // Then
        awaitHandled();
        acme.contact(ada).then().body("doNotContactChannels", contains("email", "call"));
    }

    @Test
    void staysWhenOnlyTheWholeIsLifted() {
        // Given
        never.recorded("never", "call");
        said(OCCURRED).recorded("never");
        awaitHandled();

        // When
        change(Map.of("doNotContact", false));

        // Then
        acme.contact(ada).then().body("doNotContact", equalTo(false)).body("doNotContactChannels", contains("call"));
    }

    @Test
    void waitsForAContactThatIsYetToCome() {
        // Given
        UUID unborn = UUID.randomUUID();
        never.of(unborn).recorded("never", "call");
        awaitHandled();

        // When
        acme.addContact(Map.of("id", unborn, "name", "Ben", "doNotContactChannels", List.of("letter")));

        // Then
        acme.contact(unborn).then().body("doNotContactChannels", contains("call", "letter"));
        await().untilAsserted(
                        () -> assertThat(acme.published("contacts", unborn)).hasSize(1));

        // When
        never.of(unborn).removed(2, "never", "call");

        // Then
        awaitHandled();
        acme.contact(unborn).then().body("doNotContactChannels", contains("letter"));
    }

    @Test
    void isNotLiftedBySyncingFromElsewhere() {
        // Given
        change(Map.of("externalId", "crm-1"));
        never.recorded("never", "call");
        awaitHandled();

        // When
        acme.as("app")
                .body(Map.of("name", "Ada O."))
                .put("/v1/contacts/by-external-id/crm-1")
                .then()
                .statusCode(200)
                .body("doNotContactChannels", contains("call"));
        never.removed(2, "never", "call");

        // Then
        awaitHandled();
        acme.contact(ada).then().body("doNotContactChannels", empty());
    }

    private Interactions said(Instant occurredAt) {
        return new Interactions(acme, ada, UUID.randomUUID(), occurredAt);
    }

    private void change(Map<String, ?> change) {
        acme.changeContact(ada, change);
    }

    private static void awaitHandled() {
        Interactions.awaitHandled("interactions");
    }
}
