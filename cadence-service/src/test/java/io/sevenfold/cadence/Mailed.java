package io.sevenfold.cadence;

import static io.restassured.RestAssured.given;
import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.sevenfold.infra.ServiceTestResource;
import io.sevenfold.rest.links.Link;
import io.sevenfold.rest.links.Link.Purpose;
import io.sevenfold.rest.links.LinkSigner;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Links as the notifier puts them into mails, and what a rep does who follows them: without JavaScript, without a token. */
final class Mailed {

    static final Duration VALID_FOR = Duration.ofDays(14);

    private Mailed() {}

    /** The path of a touchpoint's page, as mailed in that round. */
    static String touchpoint(Workspace workspace, UUID rep, UUID touchpoint, int round) {
        return "/touchpoints/"
                + token(new Link(
                        Purpose.TOUCHPOINT,
                        workspace.name(),
                        rep,
                        touchpoint,
                        round,
                        CLOCK.instant().plus(VALID_FOR)));
    }

    /** The path of a rep's day, as mailed now. */
    static String day(Workspace workspace, UUID rep) {
        return "/my-day/"
                + token(new Link(
                        Purpose.MY_DAY,
                        workspace.name(),
                        rep,
                        null,
                        null,
                        CLOCK.instant().plus(VALID_FOR)));
    }

    static String token(Link link) {
        return LinkSigner.of(ServiceTestResource.links().signing()).sign(link);
    }

    static Response get(String path) {
        return given().urlEncodingEnabled(false).redirects().follow(false).get(path);
    }

    static Response head(String path) {
        return given().urlEncodingEnabled(false).head(path);
    }

    /** Presses the button of a form. */
    static Response post(String path, Map<String, ?> fields) {
        return given().urlEncodingEnabled(true)
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParams(fields)
                .redirects()
                .follow(false)
                .post(path);
    }
}
