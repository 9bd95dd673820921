package io.sevenfold.cadence;

import static io.restassured.RestAssured.given;
import static io.sevenfold.cadence.Database.eventually;
import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static io.sevenfold.cadence.Workspace.at;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.sevenfold.cadence.calendar.FeedQuery;
import io.sevenfold.events.Contact;
import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.ContactErased;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.InteractionRemoved;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.RepErased;
import io.sevenfold.events.Topic;
import io.sevenfold.infra.ServiceTestResource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rep's touchpoints as a calendar that calendar programs subscribe to. */
@CadenceServiceTest
class CalendarTest {

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    private static final int OCTETS_OF_A_LINE = 75;

    private Workspace acme;

    @BeforeEach
    void onMonday() {
        Workspace.onMonday();
        acme = Workspace.withCapacity(20);
    }

    @Test
    void showsTheWholePlanAsAllDayEventsThatAreValid() {
        // Given
        UUID contact = acme.contact();
        acme.awaitDue(contact);

        // When
        Calendar calendar = Calendar.at(Calendar.subscribe(acme, acme.rep()));

        // Then
        assertFalse(calendar.validated().hasErrors(), calendar.validated()::toString);
        assertEquals(
                acme.plan(contact).getList("touchpoints").size(),
                calendar.events().size());
        UUID first = acme.step(contact, 1);
        assertEquals(LocalDate.of(2026, 11, 23), calendar.date(first));
        assertTrue(calendar.text().contains("DTSTART;VALUE=DATE:20261123\r\n"), calendar.text());
        assertTrue(calendar.text().contains("DTEND;VALUE=DATE:20261124\r\n"), calendar.text());
        assertTrue(calendar.of(first, Property.SUMMARY).startsWith("E-mail Ada Lovelace (Analytical Engines): "));
        assertEquals("CONFIRMED", calendar.of(first, Property.STATUS));
        assertEquals("TENTATIVE", calendar.of(acme.step(contact, 2), Property.STATUS));
        assertEquals("TRANSPARENT", calendar.of(first, Property.TRANSP));
        assertTrue(calendar.of(first, Property.DESCRIPTION).contains("Monday 23 Nov: "));
        assertTrue(calendar.text().contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n"));
        assertTrue(calendar.text().contains("X-PUBLISHED-TTL:PT1H\r\n"));
        assertTrue(calendar.text().contains("\r\nNAME:Sevenfold: Grace Hopper\r\n"));
        assertTrue(calendar.text().contains("X-WR-CALNAME:Sevenfold: Grace Hopper\r\n"));
    }

    @Test
    void isServedToKeepForOneselfAndNotAgainWhileNothingChanged() {
        // Given
        UUID contact = acme.contact();
        acme.awaitDue(contact);
        String path = Calendar.subscribe(acme, acme.rep());

        // When
        String tag = Calendar.get(path)
                .then()
                .statusCode(200)
                .contentType(equalTo("text/calendar; charset=utf-8"))
                .header("Cache-Control", "private")
                .header("X-Robots-Tag", "noindex")
                .extract()
                .header("ETag");

        // Then
        given().header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(equalTo(""));
        given().head(path).then().statusCode(200).header("ETag", tag);

        // When
        acme.act(acme.step(contact, 1), "snooze", "{\"until\": \"2026-11-25\"}")
                .then()
                .statusCode(200);

        // Then
        given().header("If-None-Match", tag).get(path).then().statusCode(200).header("ETag", not(tag));
    }

    @Test
    void movesAnEventUnderItsIdAndTakesBackWhatIsDoneOrCalledOff() {
        // Given
        UUID contact = acme.contact();
        Interaction wrote = acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());
        UUID first = acme.step(contact, 1);
        String path = Calendar.subscribe(acme, acme.rep());
        eventually().until(() -> Calendar.at(path).text().contains("Answer Ada Lovelace"));
        UUID reply = UUID.fromString(acme.queue().getString("touchpoints[0].id"));
        Calendar before = Calendar.at(path);

        // When
        acme.deliver(
                wrote,
                new InteractionRemoved(acme.interaction(
                        wrote.id(), 2, contact, Direction.INBOUND, Outcome.REPLIED, wrote.occurredAt())));
        acme.awaitDue(contact);
        acme.act(first, "snooze", "{\"until\": \"2026-11-26\"}").then().statusCode(200);
        Calendar moved = Calendar.at(path);

        // Then
        assertEquals(LocalDate.of(2026, 11, 26), moved.date(first));
        assertTrue(moved.sequence(first) > before.sequence(first));
        assertEquals("CANCELLED", moved.of(reply, Property.STATUS));
        assertTrue(moved.sequence(reply) > before.sequence(reply));

        // When
        acme.act(first, "complete", "{}").then().statusCode(200);
        Calendar done = Calendar.at(path);

        // Then
        assertEquals("CANCELLED", done.of(first, Property.STATUS));
        assertTrue(done.of(first, Property.SUMMARY).startsWith("Done: E-mail Ada Lovelace"));
        assertTrue(done.sequence(first) > moved.sequence(first));
        assertEquals("20261123T090000Z", done.of(first, "LAST-MODIFIED"));
        assertFalse(done.validated().hasErrors(), done.validated()::toString);

        // When five weeks later
        at("2026-12-28T10:00:00Z");

        // Then
        assertFalse(Calendar.at(path).has(first));
    }

    @Test
    void showsWhatIsOverdueTodayAndEachChangeOfItLater() {
        // Given
        UUID contact = acme.contact();
        acme.awaitDue(contact);
        UUID first = acme.step(contact, 1);
        String path = Calendar.subscribe(acme, acme.rep());
        Calendar due = Calendar.at(path);

        // When
        at("2026-11-25T09:00:00Z");
        Calendar overdue = Calendar.at(path);

        // Then
        assertEquals(LocalDate.of(2026, 11, 25), overdue.date(first));
        assertEquals(due.sequence(first) + 2, overdue.sequence(first));
        assertEquals("20261124T230000Z", overdue.of(first, "LAST-MODIFIED"));
        assertTrue(overdue.of(first, Property.SUMMARY).startsWith("Overdue: E-mail Ada Lovelace"));
        assertTrue(overdue.of(first, Property.DESCRIPTION).contains("Overdue since Mon, "));

        // When on a Saturday
        at("2026-11-28T09:00:00Z");

        // Then
        assertEquals(LocalDate.of(2026, 11, 30), Calendar.at(path).date(first));

        // When
        int shown = Calendar.at(path).sequence(first);
        acme.act(first, "complete", "{}").then().statusCode(200);

        // Then
        assertTrue(Calendar.at(path).sequence(first) > shown);
    }

    @Test
    void tellsBothRepsWhoseItIsNow() {
        // Given
        UUID colleague = UUID.randomUUID();
        acme.added(Reps.inBerlin(colleague, 1, 20));
        UUID contact = acme.contact();
        acme.awaitDue(contact);
        UUID second = acme.step(contact, 2);
        String mine = Calendar.subscribe(acme, acme.rep());
        String theirs = Calendar.subscribe(acme, colleague);
        int before = Calendar.at(mine).sequence(second);
        assertEquals(List.of(), Calendar.at(theirs).events());

        // When
        acme.changed(Workspace.state(contact, 2, colleague));

        // Then
        assertEquals("CANCELLED", Calendar.at(mine).of(second, Property.STATUS));
        assertTrue(Calendar.at(mine).of(second, Property.SUMMARY).startsWith("Not yours any more: "));
        assertTrue(Calendar.at(mine).sequence(second) > before);
        assertEquals("TENTATIVE", Calendar.at(theirs).of(second, Property.STATUS));

        // When nobody is to do it
        acme.changed(Workspace.state(contact, 3, null));

        // Then
        assertEquals("CANCELLED", Calendar.at(theirs).of(second, Property.STATUS));
        assertFalse(Calendar.at(theirs).validated().hasErrors());
    }

    @Test
    void tellsNobodyAnythingOfAnErasedContact() {
        // Given it was one rep's and is another's
        UUID colleague = UUID.randomUUID();
        acme.added(Reps.inBerlin(colleague, 1, 20));
        UUID contact = acme.contact();
        acme.awaitDue(contact);
        acme.changed(Workspace.state(contact, 2, colleague));
        String mine = Calendar.subscribe(acme, acme.rep());
        String theirs = Calendar.subscribe(acme, colleague);
        assertTrue(Calendar.at(mine).text().contains("Ada"));

        // When
        acme.deliver(Topic.CONTACTS, contact, new ContactErased(contact, 3));

        // Then
        assertFalse(Calendar.at(mine).text().contains("Ada"));
        assertFalse(Calendar.at(theirs).text().contains("Ada"));
    }

    @ParameterizedTest
    @CsvSource({
        "Pacific/Kiritimati, 2026-11-23T19:30:00Z, 2026-11-24",
        "Pacific/Pago_Pago, 2026-11-23T20:30:00Z, 2026-11-23",
        "America/New_York, 2026-11-23T14:30:00Z, 2026-11-23",
        "Asia/Kathmandu, 2026-11-23T04:30:00Z, 2026-11-23"
    })
    void standsOnTheRepsLocalDate(String zone, String now, LocalDate today) {
        // Given
        UUID rep = UUID.randomUUID();
        acme.added(Reps.in(rep, zone, LocalTime.of(8, 30)));
        at(now);

        // When
        UUID contact = acme.contact(rep);
        Calendar calendar = Calendar.at(Calendar.subscribe(acme, rep));

        // Then
        assertEquals(today, calendar.date(acme.step(contact, 1)));
        assertTrue(calendar.text()
                .contains("DTSTART;VALUE=DATE:" + today.toString().replace("-", "") + "\r\n"));
        assertFalse(calendar.validated().hasErrors(), calendar.validated()::toString);
    }

    @Test
    void keepsIdsAndNeverCountsBackWhenARepMovesWest() {
        // Given
        UUID rep = UUID.randomUUID();
        acme.added(Reps.in(rep, "Pacific/Kiritimati", LocalTime.of(8, 30)));
        UUID contact = acme.contact(rep);
        UUID first = acme.step(contact, 1);
        String path = Calendar.subscribe(acme, rep);
        at("2026-11-24T19:30:00Z");
        at("2026-11-25T19:30:00Z");
        Calendar east = Calendar.at(path);

        // When
        acme.changed(Reps.movedTo(rep, 2, "Pacific/Pago_Pago"));
        at("2026-11-25T19:30:00Z");
        Calendar west = Calendar.at(path);

        // Then
        assertEquals(LocalDate.of(2026, 11, 26), east.date(first));
        assertEquals(LocalDate.of(2026, 11, 25), west.date(first));
        assertTrue(west.sequence(first) >= east.sequence(first));
        assertFalse(west.validated().hasErrors(), west.validated()::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eve\r\nBEGIN:VEVENT\r\nSUMMARY:x",
                "a,b;c\\d:e\"f",
                "Line\nbreak\u2028and\u0085more",
                "Bell\u0007 and \u001b escape",
                "Zoë 😀👩‍👩‍👧‍👦 王小明 😀👩‍👩‍👧‍👦 王小明 😀👩‍👩‍👧‍👦 王小明 😀👩‍👩‍👧‍👦 王小明",
                "Hubert Blaine Wolfeschlegelsteinhausenbergerdorff-Hubert Blaine Wolfeschlegelsteinhausenbergerdorff senior, the younger"
            })
    void letsNoNameBreakOutOfItsLine(String name) {
        // Given
        UUID contact = UUID.randomUUID();
        acme.deliver(Topic.CONTACTS, contact, new ContactAdded(named(contact, name)));

        // When
        Calendar calendar = Calendar.at(Calendar.subscribe(acme, acme.rep()));

        // Then
        assertFalse(calendar.validated().hasErrors(), calendar.validated()::toString);
        assertEquals(
                acme.plan(contact).getList("touchpoints").size(),
                calendar.events().size());
        String shown = name.replaceAll("\\R", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", "");
        assertTrue(
                calendar.of(acme.step(contact, 1), Property.SUMMARY).startsWith("E-mail " + shown + " (Engines): "),
                calendar.text());
        for (String line : calendar.text().split("\r\n")) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= OCTETS_OF_A_LINE, line);
            assertFalse(line.contains("\n") || line.contains("\r"), line);
        }
    }

    private Contact named(UUID id, String name) {
        Contact it = Workspace.state(id, 1, acme.rep());
        return new Contact(
                id,
                1,
                name,
                it.email(),
                it.phone(),
                "Engines",
                it.title(),
                it.timeZone(),
                it.ownerId(),
                it.externalId(),
                it.tags(),
                it.doNotContact(),
                it.doNotContactChannels(),
                it.doNotContactBecause(),
                it.doNotContactLiftedAt());
    }

    @Test
    void stopsTheOldAddressAtOnceAndKeepsNoSecret() {
        // Given
        String calendars = "/v1/calendars/" + acme.rep();
        acme.as("rep").get(calendars).then().statusCode(200).body("active", equalTo(false));
        String old = Calendar.subscribe(acme, acme.rep());

        // When
        String url = acme.as("manager")
                .post(calendars)
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("url", startsWith("https://pages.example/calendar/" + acme.name() + "."))
                .extract()
                .path("url");
        String path = URI.create(url).getRawPath();

        // Then
        Calendar.get(old).then().statusCode(404).body(equalTo(""));
        Calendar.get(path).then().statusCode(200);
        assertEquals(List.of(), Database.tablesHolding(secret(path)));
        acme.as("app")
                .get(calendars)
                .then()
                .statusCode(200)
                .body("active", equalTo(true))
                .body("since", equalTo("2026-11-23T09:00:00Z"))
                .body("url", nullValue());

        // When
        acme.as("rep").delete(calendars).then().statusCode(204);
        acme.as("rep").delete(calendars).then().statusCode(204);

        // Then
        Calendar.get(path).then().statusCode(404);
    }

    @Test
    void isTheRepsOwnAndTheWorkspaces() {
        // Given
        UUID colleague = UUID.randomUUID();
        acme.added(Reps.inBerlin(colleague, 1, 20));
        String path = Calendar.subscribe(acme, acme.rep());
        Workspace other = Workspace.withCapacity(20);

        // Then
        String calendars = "/v1/calendars/" + acme.rep();
        acme.as("rep", colleague).get(calendars).then().statusCode(403);
        acme.as("rep", colleague).post(calendars).then().statusCode(403);
        acme.as("rep", colleague).delete(calendars).then().statusCode(403);
        other.as("admin").post(calendars).then().statusCode(404);
        given().post(calendars).then().statusCode(401);
        Calendar.get(path.replace(acme.name(), other.name())).then().statusCode(404);
        Calendar.get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x.ics",
                "acme.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics",
                "..%2F..%2Fq%2Fhealth.ics",
                "%00.ics",
                "calendar"
            })
    void knowsNoOtherAddress(String file) {
        Calendar.get("/calendar/" + file).then().statusCode(404);
    }

    @Test
    void endsWithTheRep() {
        // Given
        String path = Calendar.subscribe(acme, acme.rep());

        // When
        acme.deliver(Topic.REPS, acme.rep(), new RepErased(acme.rep(), 2));

        // Then
        Calendar.get(path).then().statusCode(404);
        assertEquals(List.of(), Database.query("select 1 from calendar_feed where workspace_id = ?", acme.name()));
    }

    @Test
    void leavesNoTraceOfItsAddress() {
        // Given
        String path = Calendar.subscribe(acme, acme.rep());
        SpansOfTests.ENDED.clear();

        // When
        try (LoggedLines log = new LoggedLines()) {
            for (String below : List.of("", "x", "/", "/x", "?x=1")) {
                Calendar.get(path + below);
                Calendar.get("/" + path + below);
                given().put(path + below);
            }
            acme.as("app").get("/v1/calendars/" + acme.rep()).then().statusCode(200);
            eventually().until(() -> SpansOfTests.ENDED.stream().anyMatch(span -> span.contains("/v1/calendars/")));

            // Then
            assertFalse(log.mention(secret(path)));
        }
        assertTrue(SpansOfTests.ENDED.stream().noneMatch(span -> span.contains(secret(path))));
        given().get(metrics).then().body(not(containsString(secret(path)))).body(containsString("/calendar/{file}"));
    }

    @Test
    void readsOnlyWhatItShows() throws SQLException {
        // Given
        Database.change("""
                insert into touchpoint (workspace_id, id, contact_id, owner_id, previous_owner_id, step, kind, state, channel, intent,
                                        guidance, due_on, planned_on, reasons, next, round, changed_at)
                select ?, gen_random_uuid(), gen_random_uuid(), case when n % 3 = 0 then null else ?::uuid end,
                       case when n % 3 = 0 then ?::uuid end, 1, 'STEP', case when n % 3 = 1 then 'PLANNED' else 'DONE' end,
                       'EMAIL', 'HELP', '', date '2024-01-01' + n / 30, date '2024-01-01', '[]', false, 0,
                       timestamptz '2024-01-01' + n / 30 * interval '1 day'
                  from generate_series(1, 20000) n""", acme.name(), acme.rep(), acme.rep());
        Database.change("analyze touchpoint");

        // When
        String plan = FeedQuery.explained(
                ServiceTestResource.postgres().jdbcUrl("cadence"), acme.name(), acme.rep(), LocalDate.of(2026, 11, 23));

        // Then
        assertTrue(plan.contains("touchpoint_open_by_owner"), plan);
        assertTrue(plan.contains("touchpoint_closed_by_owner"), plan);
        assertTrue(plan.contains("touchpoint_passed_on"), plan);
        assertFalse(plan.contains("Seq Scan on touchpoint"), plan);
        Database.change("delete from touchpoint where workspace_id = ?", acme.name());
    }

    private static String secret(String path) {
        String secret = path.split("\\.")[1];
        assertNotEquals("", secret);
        return secret;
    }
}
