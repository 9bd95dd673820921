package io.sevenfold.cadence;

import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static io.sevenfold.cadence.Workspace.at;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.sevenfold.cadence.due.MovedQuery;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import io.sevenfold.infra.ServiceTestResource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rep has to do now, in which order (principle 8). */
@CadenceServiceTest
class QueueTest {

    private Workspace acme;

    @BeforeEach
    void onMonday() {
        Workspace.onMonday();
        acme = Workspace.withCapacity(20);
    }

    @Test
    void readsOfAllThatEverFoundNoPlaceOnlyTodays() throws SQLException {
        // Given
        Database.change("""
                insert into touchpoint (workspace_id, id, contact_id, owner_id, step, kind, state, channel, intent, guidance, due_on,
                                        planned_on, reasons, next, round)
                select ?, gen_random_uuid(), gen_random_uuid(), ?, 1, 'STEP', 'PLANNED', 'EMAIL', 'HELP', '', '2026-12-31',
                       '2026-11-20', '[]', false, 0 from generate_series(1, 5000)""", acme.name(), acme.rep());
        Database.change("""
                insert into passed_over (workspace_id, touchpoint_id, day, contact_id, rep_id)
                select workspace_id, id, date '2026-11-23' - n, contact_id, owner_id from touchpoint, generate_series(0, 9) n
                 where workspace_id = ?""", acme.name());
        Database.change("analyze touchpoint");
        Database.change("analyze passed_over");

        // When
        String plan = explain(MovedQuery.sql());

        // Then
        assertTrue(plan.contains("passed_over_pkey"), plan);
        assertFalse(plan.contains("Seq Scan on passed_over"), plan);
        Database.change("delete from passed_over where workspace_id = ?", acme.name());
        Database.change("delete from touchpoint where workspace_id = ?", acme.name());
    }

    /** As the request runs it: in its role, under its policy. */
    private String explain(String sql) throws SQLException {
        try (Connection app = DriverManager.getConnection(
                        ServiceTestResource.postgres().jdbcUrl("cadence"), "cadence_app", "cadence_app");
                Statement workspace = app.createStatement();
                PreparedStatement explain = app.prepareStatement("explain " + sql)) {
            workspace.execute("select set_config('app.workspace', '" + acme.name() + "', false)");
            explain.setArray(1, app.createArrayOf("text", new Object[] {acme.name()}));
            explain.setArray(2, app.createArrayOf("uuid", new Object[] {acme.rep()}));
            explain.setArray(3, app.createArrayOf("date", new Object[] {"2026-11-23"}));
            StringBuilder lines = new StringBuilder();
            try (ResultSet found = explain.executeQuery()) {
                while (found.next()) {
                    lines.append(found.getString(1)).append('\n');
                }
            }
            return lines.toString();
        }
    }

    @Test
    void showsRepliesOwedFirstThenTheOverdueThenTodays() {
        // Given
        UUID overdue = acme.contact();
        acme.awaitDue(overdue);
        at("2026-11-24T09:00:00Z");
        UUID today = acme.contact();
        UUID wroteLater = acme.contact();
        UUID wroteFirst = acme.contact();
        acme.happened(wroteLater, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());
        acme.happened(
                wroteFirst, Direction.INBOUND, Outcome.NOT_NOW, CLOCK.instant().minus(Duration.ofHours(20)));
        acme.awaitDue(overdue, today, wroteLater, wroteFirst);

        // When
        JsonPath queue = acme.queue();

        // Then
        assertEquals(
                Stream.of(wroteFirst, wroteLater, overdue, today)
                        .map(UUID::toString)
                        .toList(),
                queue.getList("touchpoints.contactId"));
        assertEquals(List.of(false, false, true, false), queue.getList("touchpoints.overdue"));
        assertEquals("2026-11-24", queue.getString("date"));
        assertEquals("Ada Lovelace", queue.getString("touchpoints[0].contactName"));
        assertEquals("Analytical Engines", queue.getString("touchpoints[0].contactCompany"));
        assertEquals("2026-11-24T09:00:00Z", queue.getString("touchpoints[0].answerBy"));
    }

    @Test
    void saysHowMuchThereIsAndServesItPageByPage() {
        // Given
        UUID wrote = acme.contact();
        acme.happened(wrote, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());
        List<UUID> due = acme.contacts(4);
        acme.awaitDue(Stream.concat(Stream.of(wrote), due.stream()).toArray(UUID[]::new));
        List<String> whole = acme.queue().getList("touchpoints.id");

        // When
        List<String> paged = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < 3; page++) {
            JsonPath queue = queue("?limit=2" + cursor);
            paged.addAll(queue.getList("touchpoints.id"));
            cursor = "&cursor=" + queue.getString("nextCursor");
            assertEquals(1, queue.getInt("counts.replies"));
            assertEquals(4, queue.getInt("counts.due"));
        }

        // Then
        assertEquals("&cursor=null", cursor);
        assertEquals(whole, paged);
        assertEquals(5, paged.size());
        acme.as("app").get("/v1/queues/" + acme.rep() + "?cursor=Zm9v").then().statusCode(400);
    }

    @Test
    void showsWhatIsPlannedForALaterDate() {
        // Given the second step three working days on
        UUID contact = acme.contact();
        acme.awaitDue(contact);
        acme.act(acme.step(contact, 1), "complete", "{}").then().statusCode(200);

        // Then
        JsonPath thursday = queue("?date=2026-11-26");
        assertEquals("2026-11-26", thursday.getString("date"));
        assertEquals(List.of(contact.toString()), thursday.getList("touchpoints.contactId"));
        assertEquals(
                "Thursday 26 Nov: three working days after your email on Mon 23 Nov",
                thursday.getString("touchpoints[0].why"));
        assertEquals(1, thursday.getInt("counts.planned"));
        assertTrue(queue("?date=2026-11-25").getList("touchpoints").isEmpty());
    }

    @Test
    void countsBeforeTheDayBeginsWhatWillBeDue() {
        // Given
        UUID contact = acme.contact();
        acme.awaitDue(contact);
        acme.act(acme.step(contact, 1), "complete", "{}").then().statusCode(200);

        // When
        at("2026-11-26T06:00:00Z");

        // Then
        assertTrue(queue("").getList("touchpoints").isEmpty());
        assertEquals(1, queue("").getInt("counts.planned"));

        // When
        at("2026-11-26T07:30:00Z");

        // Then
        acme.awaitDue(contact);
        assertEquals(List.of("due"), queue("").getList("touchpoints.state"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2027-01-23", "+999999999-01-01", "tomorrow"})
    void refusesADateThatIsPastOrTooFarAhead(String date) {
        acme.as("app")
                .queryParam("date", date)
                .get("/v1/queues/" + acme.rep())
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("date"));
    }

    @Test
    void showsWhatFoundNoPlaceTodayAndAsksAfterFiveDays_P5() {
        // Given places for one, and three contacts; the one due stays undone
        Workspace busy = Workspace.withCapacity(1);
        busy.contacts(3);
        at("2026-11-23T09:00:00Z");
        at("2026-11-24T09:00:00Z");

        // When
        JsonPath queue = queue(busy, "?limit=1");

        // Then
        assertEquals(2, queue.getInt("counts.moved"));
        assertEquals(1, queue.getList("moved").size());
        JsonPath first = queue(busy, "/moved?limit=1");
        JsonPath second = queue(busy, "/moved?limit=1&cursor=" + first.getString("nextCursor"));
        assertEquals(queue.getList("moved.id"), first.getList("items.id"));
        assertNotEquals(first.getList("items.id"), second.getList("items.id"));
        assertNull(second.getString("nextCursor"));
        assertEquals("2026-11-23", first.getString("items[0].movedFrom"));
        assertEquals("2026-11-25", first.getString("items[0].movedTo"));
        assertEquals(2, first.getInt("items[0].movedDays"));
        assertEquals(List.of(), first.getList("items[0].ask"));
        assertEquals("Ada Lovelace", first.getString("items[0].contactName"));
        assertEquals(
                "Wednesday 25 Nov: the day of the start of the cadence, Mon 23 Nov; moved on from Tue 24 Nov, which was full",
                first.getString("items[0].why"));

        // When three days on
        for (String day : List.of("25", "26", "27")) {
            at("2026-11-" + day + "T09:00:00Z");
        }

        // Then
        JsonPath friday = queue(busy, "");
        assertEquals(List.of(5, 5), friday.getList("moved.movedDays"));
        assertEquals(List.of("hand-over", "pause", "end"), friday.getList("moved[0].ask"));
    }

    @Test
    void tellsHowFullTheComingDaysAre_P5() {
        // Given
        UUID contact = acme.contact();
        acme.awaitDue(contact);
        acme.act(acme.step(contact, 1), "complete", "{}").then().statusCode(200);

        // When
        JsonPath load = queue("/load?days=5");

        // Then
        assertEquals(
                List.of("2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28"),
                load.getList("days.date"));
        assertEquals(List.of(0, 0, 1, 0, 0), load.getList("days.planned"));
        assertEquals(List.of(20, 20, 20, 20, 0), load.getList("days.capacity"));
        acme.as("app").get("/v1/queues/" + acme.rep() + "/load?days=61").then().statusCode(400);
    }

    private JsonPath queue(String more) {
        return queue(acme, more);
    }

    private static JsonPath queue(Workspace workspace, String more) {
        return workspace
                .as("app")
                .get("/v1/queues/" + workspace.rep() + more)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void isNotThereForARepNobodyKnows() {
        acme.as("app")
                .get("/v1/queues/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("rep"));
    }
}
