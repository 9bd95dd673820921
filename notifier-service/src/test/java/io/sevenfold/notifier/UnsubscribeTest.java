package io.sevenfold.notifier;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sevenfold.infra.ServiceTestResource;
import io.sevenfold.rest.links.Link;
import io.sevenfold.rest.links.Link.Purpose;
import io.sevenfold.rest.links.LinkSigner;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fewer mails by the link in a mail: nothing changes by looking (N6), and one POST is enough (RFC 8058). */
@NotifierServiceTest
class UnsubscribeTest {

    private final Workspace acme = Workspace.known();

    @Test
    void changesNothingWhenLookedAt_N6() {
        String page = page(Purpose.UNSUBSCRIBE);

        // When
        given().head(page).then().statusCode(200);
        given().get(page).then().statusCode(200).body(containsString("<form method=\"post\">"));

        // Then
        assertPreferences("digest", true);
    }

    @Test
    void mailsOnlyOfRepliesOwedFromThenOn() {
        String page = page(Purpose.UNSUBSCRIBE);

        // When: by the mail provider, and again by the button
        for (RequestSpecification by : new RequestSpecification[] {
            given().formParam("List-Unsubscribe", "One-Click"),
            given().multiPart("List-Unsubscribe", "One-Click"),
            given()
        }) {
            by.post(page).then().statusCode(200).body(containsString("From now on"));
            assertPreferences("replies-only", true);
        }
    }

    @Test
    void tellsNoMoreOfTheTeam() {
        given().post(page(Purpose.UNSUBSCRIBE_TEAM)).then().statusCode(200);

        assertPreferences("digest", false);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNSUBSCRIBE", "UNSUBSCRIBE_TEAM"})
    void saysSoWhereTheLinkHasExpired(Purpose purpose) {
        String page = page(purpose, Duration.ofSeconds(-1));

        for (Response answer : new Response[] {given().get(page), given().post(page)}) {
            answer.then().statusCode(410).body(containsString("expired"));
        }
        assertPreferences("digest", true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "%00", "<script>", "a/b"})
    void leadsNowhereWhereThereIsNoSuchLink(String token) {
        for (Response answer :
                new Response[] {given().get("/unsubscribe/" + token), given().post("/unsubscribe/" + token)}) {
            answer.then()
                    .statusCode(404)
                    .body(not(containsString("<script>")))
                    .header("Referrer-Policy", "no-referrer");
        }
    }

    @Test
    void opensToNoOtherLink() {
        given().post(page(Purpose.MY_DAY)).then().statusCode(404);

        assertPreferences("digest", true);
    }

    @Test
    void keepsItsAddressToItself() {
        given().get(page(Purpose.UNSUBSCRIBE))
                .then()
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("default-src 'none'; style-src 'sha256-"))
                .header("Content-Security-Policy", not(containsString("unsafe")));
    }

    private String page(Purpose purpose) {
        return page(purpose, Duration.ofDays(14));
    }

    private String page(Purpose purpose, Duration validFor) {
        Link link = new Link(
                purpose,
                acme.name(),
                acme.repId(),
                null,
                null,
                DomainClockOfTests.CLOCK.instant().plus(validFor));
        return "/unsubscribe/"
                + LinkSigner.of(ServiceTestResource.links().signing()).sign(link);
    }

    private void assertPreferences(String mails, boolean teamDigest) {
        acme.as("manager")
                .get("/v1/preferences/" + acme.repId())
                .then()
                .statusCode(200)
                .body("mails", equalTo(mails))
                .body("teamDigest", equalTo(teamDigest));
    }
}
