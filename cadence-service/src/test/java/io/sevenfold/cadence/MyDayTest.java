package io.sevenfold.cadence;

import static io.restassured.RestAssured.given;
import static io.sevenfold.cadence.Database.eventually;
import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static io.sevenfold.cadence.Mailed.get;
import static io.sevenfold.cadence.Mailed.head;
import static io.sevenfold.cadence.Mailed.post;
import static io.sevenfold.cadence.Workspace.at;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import io.sevenfold.cadence.due.DueNow;
import io.sevenfold.events.Contact;
import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.InteractionRecorded;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.RepErased;
import io.sevenfold.events.Topic;
import io.sevenfold.rest.links.Link;
import io.sevenfold.rest.links.Link.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rep's day on one page, behind the link in the digest (N6, principle 8). */
@CadenceServiceTest
class MyDayTest {

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    private static final int CARDS = 200;
    private static final Pattern CALENDAR = Pattern.compile("value=\"https://pages\\.example(/calendar/[^\"]+)\"");

    private Workspace acme;
    private String day;

    @BeforeEach
    void onMonday() {
        Workspace.onMonday();
        acme = Workspace.withCapacity(4);
        day = Mailed.day(acme, acme.rep());
    }

    @Test
    void showsWhatIsOwedThenOverdueThenDueThenMoved() {
        // Given
        UUID late = named("Late Answer");
        UUID overdue = named("Over Due");
        acme.awaitDue(late, overdue);
        at("2026-11-24T08:00:00Z");
        acme.happened(late, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());
        // Before they are known: a step of theirs that was released meanwhile would take a place.
        UUID wrote = UUID.randomUUID();
        acme.happened(wrote, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant().plusSeconds(60));
        named(wrote, "Wrote Today");
        for (int i = 0; i < 5; i++) {
            named("Due Today" + i);
        }

        // When
        at("2026-11-24T12:00:30Z");

        // Then
        eventually().until(() -> !get(day).asString().contains("planned for today"));
        get(day).then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .body(stringContainsInOrder(
                        "Tuesday, November 24, 2026",
                        "2 replies owed, 1 overdue and 2 due today.",
                        "Replies owed",
                        "<h3",
                        "Late Answer",
                        "<strong>Late.</strong>",
                        "the answer was due by Tue, Nov 24, 1:00",
                        "Last between you: Late Answer e-mailed you.",
                        "No answer needed",
                        "<h3",
                        "Wrote Today",
                        "answer by Tue, Nov 24, 1:01",
                        "Overdue",
                        "<h3",
                        "Over Due",
                        "Nothing has happened between you yet.",
                        "Due today",
                        "<h3",
                        "Due Today",
                        "E-mail Due Today",
                        "Moved: no place today",
                        "From Tue, Nov 24 to Wed, Nov 25",
                        "which was full",
                        "The next days",
                        "Wed, Nov 25",
                        " of 4"))
                .body(not(containsString("<script")));
    }

    @Test
    void actsFromTheDayAndComesBackToItWithWhatWasDone() {
        // Given
        UUID done = named("Done Soon");
        UUID later = named("Later Please");
        UUID skipped = named("Skipped Now");
        acme.awaitDue(done, later, skipped);
        assertTrue(get(path(done) + "/done")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .contains(path(done)));

        // When
        Response answer = post(path(done) + "/done", Map.of("round", 1, "outcome", "none", "channel", "email"));

        // Then
        answer.then().statusCode(303).header("Location", day + "?after=" + acme.step(done, 1));
        get(answer.header("Location"))
                .then()
                .statusCode(200)
                .body(stringContainsInOrder(
                        "role=\"status\"", "Done Soon: done", "You e-mailed Done Soon.", "Touch 2", "Due today"));
        assertEquals("done", acme.state(done, 1));

        // When
        answer = post(path(later) + "/snooze", Map.of("round", 1, "when", "other", "date", "2026-11-27"));

        // Then
        answer.then().statusCode(303);
        get(answer.header("Location"))
                .then()
                .body(stringContainsInOrder("Later Please: planned for Fri, Nov 27", "Put off by you on"));

        // When
        answer = post(path(skipped) + "/skip", Map.of("round", 1, "reason", "met them"));

        // Then
        answer.then().statusCode(303);
        get(answer.header("Location"))
                .then()
                .body(stringContainsInOrder("Skipped Now: skipped", "“met them”", "Nobody waits for you now."));

        // When clicked again
        post(path(done) + "/done", Map.of("round", 1, "outcome", "none", "channel", "email"))
                .then()
                .statusCode(200)
                .body(containsString("You e-mailed Done Soon."));
        assertEquals(1, acme.told(done, "TouchpointDone").size());
    }

    @Test
    void changesNothingWhenFetched() {
        // Given
        UUID contact = named("Ada Lovelace");
        acme.awaitDue(contact);
        acme.told(contact);
        List<String> before = Database.everything(acme);

        // When
        for (String path : List.of(
                day, path(contact), path(contact) + "/done", path(contact) + "/snooze", path(contact) + "/skip")) {
            get(path).then().statusCode(200);
            head(path).then().statusCode(200).body(equalTo(""));
        }
        get(day + "/calendar").then().statusCode(405);

        // Then
        assertEquals(before, Database.everything(acme));
    }

    @Test
    void showsTheNewDayByTheSameLinkUntilItExpires() {
        // Given
        acme.awaitDue(named("Ada Lovelace"));
        get(day).then().body(containsString("Monday, November 23, 2026"));

        // When
        at("2026-11-24T10:00:00Z");

        // Then
        get(day).then().statusCode(200).body(stringContainsInOrder("Tuesday, November 24, 2026", "1 overdue"));

        // When
        CLOCK.set(DomainClockOfTests.START.plus(Mailed.VALID_FOR).plusSeconds(1));

        // Then
        get(day).then().statusCode(410).body(containsString("This link has expired"));
        post(day + "/calendar", Map.of()).then().statusCode(410);
        assertEquals(List.of(), Database.query("select 1 from calendar_feed where workspace_id = ?", acme.name()));
    }

    @Test
    void knowsNothingOfWhatIsNotTheReps() {
        // Given
        UUID colleague = UUID.randomUUID();
        acme.added(Reps.inBerlin(colleague, 1, 20));
        UUID contact = acme.contact(colleague);
        Workspace other = Workspace.withCapacity(20);
        UUID foreign = other.contact();
        String unknown = strip(get(day + "/touchpoints/" + UUID.randomUUID()));

        // Then
        for (UUID touchpoint : List.of(acme.step(contact, 1), other.step(foreign, 1))) {
            String path = day + "/touchpoints/" + touchpoint;
            assertEquals(unknown, strip(get(path)));
            assertEquals(unknown, strip(get(path + "/done")));
            assertEquals(unknown, strip(post(path + "/skip", Map.of("round", 1))));
            get(day + "?after=" + touchpoint).then().statusCode(200).body(not(containsString("role=\"status\"")));
        }
        assertEquals("due", due(acme, contact));
        get(day + "/touchpoints/1").then().statusCode(400);
        get(day + "/touchpoints/" + acme.step(contact, 1) + "/complete").then().statusCode(404);
    }

    private static String due(Workspace workspace, UUID contact) {
        DueNow.release();
        return workspace.state(contact, 1);
    }

    @Test
    void isOpenedByNoOtherKey() {
        // Given
        UUID contact = named("Ada Lovelace");
        acme.awaitDue(contact);
        String token =
                Mailed.touchpoint(acme, acme.rep(), acme.step(contact, 1), 1).replace("/touchpoints/", "");
        String unsubscribe = Mailed.token(new Link(
                Purpose.UNSUBSCRIBE,
                acme.name(),
                acme.rep(),
                null,
                null,
                CLOCK.instant().plusSeconds(60)));

        // Then
        for (String key : List.of(token, unsubscribe, "x", day.replace("/my-day/", "") + "x")) {
            get("/my-day/" + key).then().statusCode(404).body(containsString("This link leads nowhere"));
            post("/my-day/" + key + "/calendar", Map.of()).then().statusCode(404);
        }
        get(day.replace("/my-day/", "/touchpoints/")).then().statusCode(404);
    }

    @Test
    void isKindWhereThereIsNothingToDo() {
        // Given
        get(day).then()
                .statusCode(200)
                .body(stringContainsInOrder("Nobody waits for you now.", "Nothing is planned for the coming days."));

        // When before the day begins
        CLOCK.set(Instant.parse("2026-11-24T06:00:00Z"));
        named("Ada Lovelace");

        // Then
        get(day).then()
                .body(stringContainsInOrder(
                        "Nothing is due yet.",
                        "1 touch is planned for today and will be here once your day begins at 8:30"));

        // When on a Saturday
        Workspace beta = Workspace.withCapacity(20);
        CLOCK.set(Instant.parse("2026-11-28T10:00:00Z"));

        // Then
        get(Mailed.day(beta, beta.rep())).then().body(containsString("A day off, and nobody waits for you."));
    }

    @Test
    void tellsTheStoryInTheirWords() {
        // Given
        UUID contact = named("Ada Lovelace");
        acme.awaitDue(contact);
        said(
                contact,
                Direction.OUTBOUND,
                Outcome.NONE,
                "a benchmark.",
                "sent it late",
                CLOCK.instant().minusSeconds(60));
        said(contact, Direction.INBOUND, Outcome.REPLIED, null, "Could you\nshow <b>us</b>?", CLOCK.instant());

        // Then
        get(day).then()
                .statusCode(200)
                .body(stringContainsInOrder(
                        "1 reply owed",
                        "“Could you\nshow &lt;b&gt;us&lt;/b&gt;?”",
                        "<details>",
                        "Ada Lovelace e-mailed you.",
                        "“Could you",
                        "You e-mailed Ada Lovelace. Given: a benchmark.",
                        "sent it late"));
    }

    private void said(UUID contact, Direction direction, Outcome outcome, String gave, String note, Instant at) {
        Interaction it = acme.interaction(UUID.randomUUID(), 1, contact, direction, outcome, at);
        acme.deliver(
                it,
                new InteractionRecorded(new Interaction(
                        it.id(),
                        it.version(),
                        it.contactId(),
                        it.repId(),
                        it.direction(),
                        it.channel(),
                        it.outcome(),
                        it.occurredAt(),
                        it.recordedAt(),
                        it.touchpointId(),
                        gave,
                        note,
                        null,
                        null,
                        null,
                        null,
                        null)));
    }

    @Test
    void escapesWhatComesFromOutside() {
        // Given
        UUID contact = named("<script>alert(1)</script>\" onclick=\"x");
        acme.awaitDue(contact);

        // Then
        get(day).then()
                .statusCode(200)
                .body(not(containsString("<script")))
                .body(not(containsString("\" onclick=\"")))
                .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt;"));
    }

    @Test
    void givesTheCalendarAnAddress() {
        // When
        Response made = post(day + "/calendar", Map.of());

        // Then
        made.then().statusCode(200).header("Cache-Control", "no-store");
        Matcher address = CALENDAR.matcher(made.asString());
        assertTrue(address.find(), made::asString);
        assertTrue(made.asString().contains("href=\"webcal://pages.example" + address.group(1) + "\""));
        Calendar.get(address.group(1)).then().statusCode(200);
        get(day).then()
                .body(containsString("Make a new address"))
                .body(containsString("since Mon, Nov 23"))
                .body(not(containsString(address.group(1))));

        // When
        post(day + "/calendar", Map.of()).then().statusCode(200);

        // Then
        Calendar.get(address.group(1)).then().statusCode(404);
    }

    @Test
    void isGoneWithTheRep() {
        // When
        acme.deliver(Topic.REPS, acme.rep(), new RepErased(acme.rep(), 2));

        // Then
        get(day).then().statusCode(404).body(containsString("This link leads nowhere"));
        post(day + "/calendar", Map.of()).then().statusCode(404);
    }

    @Test
    void leavesNoTraceOfItsAddress() {
        // Given
        String payload = day.substring(day.indexOf('.') + 1, day.lastIndexOf('.'));
        SpansOfTests.ENDED.clear();

        // When
        try (LoggedLines log = new LoggedLines()) {
            for (String below : List.of("", "/", "/touchpoints/" + UUID.randomUUID(), "/x", "?after=1", "x")) {
                get(day + below);
                get("/" + day + below);
                given().put(day + below);
                post(day + below, Map.of());
            }
            post(day + "/calendar", Map.of()).then().statusCode(200);
            acme.as("app").get("/v1/queues/" + acme.rep()).then().statusCode(200);
            eventually().until(() -> SpansOfTests.ENDED.stream().anyMatch(span -> span.contains("/v1/queues/")));

            // Then
            assertFalse(log.mention(payload));
        }
        assertTrue(SpansOfTests.ENDED.stream().noneMatch(span -> span.contains(payload)));
        given().get(metrics).then().body(not(containsString(payload))).body(containsString("/my-day/{token}"));
    }

    @Test
    void showsTwoHundredAtOnce() {
        // Given
        Workspace busy = Workspace.withCapacity(CARDS + 50);
        String path = Mailed.day(busy, busy.rep());

        // When
        busy.contacts(CARDS + 50);
        DueNow.release();

        // Then
        eventually().until(() -> get(path).asString().contains("And 50 more."));
        assertEquals(CARDS, cards(get(path)));
    }

    private static int cards(Response page) {
        return page.asString().split("<article").length - 1;
    }

    private UUID named(String name) {
        return named(UUID.randomUUID(), name);
    }

    private UUID named(UUID id, String name) {
        Contact it = Workspace.state(id, 1, acme.rep());
        acme.deliver(
                Topic.CONTACTS,
                id,
                new ContactAdded(new Contact(
                        id,
                        1,
                        name,
                        null,
                        null,
                        it.company(),
                        null,
                        null,
                        it.ownerId(),
                        null,
                        it.tags(),
                        false,
                        it.doNotContactChannels(),
                        null,
                        null)));
        return id;
    }

    private String path(UUID contact) {
        return day + "/touchpoints/" + acme.step(contact, 1);
    }

    /** The answer without what is different by chance. */
    private static String strip(Response answer) {
        assertFalse(answer.asString().isEmpty());
        return answer.statusCode() + answer.asString();
    }
}
