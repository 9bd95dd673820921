package io.sevenfold.notifier;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sevenfold.infra.Database;
import io.sevenfold.infra.ServiceTestResource;
import io.sevenfold.rest.links.Link;
import io.sevenfold.rest.links.Link.Purpose;
import io.sevenfold.rest.links.LinkSigner;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fewer mails by the link in a mail: nothing changes by looking (N6), and one POST is enough (RFC 8058). */
@NotifierServiceTest
class UnsubscribeTest {

    private final Workspace acme = new Workspace("w-" + UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

    @BeforeEach
    void tellOfTheRep() {
        acme.addRep();
        await().until(() -> acme.isKnown("Grace Hopper"));
    }

    @Test
    void changesNothingWhenLookedAt_N6() {
        String page = page(Purpose.UNSUBSCRIBE);

        // When
        given().head(page).then().statusCode(200);
        given().get(page).then().statusCode(200).body(containsString("<form method=\"post\">"));

        // Then
        assertPreferences("DIGEST", true);
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
            assertPreferences("REPLIES_ONLY", true);
        }
    }

    @Test
    void tellsNoMoreOfTheTeam() {
        given().post(page(Purpose.UNSUBSCRIBE_TEAM)).then().statusCode(200);
        assertPreferences("DIGEST", false);

        // When: the other link, too
        given().post(page(Purpose.UNSUBSCRIBE)).then().statusCode(200);
        assertPreferences("REPLIES_ONLY", false);
    }

    @Test
    void givesBackWhatWasGivenUp() {
        // Given
        String page = page(Purpose.UNSUBSCRIBE);
        String answer = given().post(page).then().statusCode(200).extract().asString();
        String undo = URI.create(page)
                .resolve(Jsoup.parse(answer).select("form").attr("action"))
                .toString();
        assertEquals(page + "/undo", undo);

        // When: looked at
        given().get(undo).then().statusCode(405);
        assertPreferences("REPLIES_ONLY", true);

        // When
        given().post(undo).then().statusCode(200).body(containsString("comes again"));
        assertPreferences("DIGEST", true);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNSUBSCRIBE", "UNSUBSCRIBE_TEAM"})
    void saysSoWhereTheLinkHasExpired(Purpose purpose) {
        String page = page(purpose, Duration.ofSeconds(-1));

        for (Response answer : new Response[] {given().get(page), given().post(page)}) {
            answer.then().statusCode(410).body(containsString("expired"));
        }
        assertPreferences("DIGEST", true);
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

        assertPreferences("DIGEST", true);
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

    /** Of who never wished anything there is no row. */
    private void assertPreferences(String mails, boolean teamDigest) {
        List<String> wished = Database.query(
                "select mails || ' ' || team_digest from preference where workspace_id = ? and rep_id = ?",
                acme.name(),
                acme.repId());
        assertEquals(mails + " " + teamDigest, wished.isEmpty() ? "DIGEST true" : wished.get(0));
    }
}
