package io.sevenfold.cadence;

import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static io.sevenfold.cadence.Workspace.at;
import static io.sevenfold.cadence.Workspace.state;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.sevenfold.cadence.unseen.UnseenQuery;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.WhyNone;
import io.sevenfold.infra.ServiceTestResource;
import io.sevenfold.rest.PlaceInTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every contact has a next touch or a stated reason why not (principle 7). */
@CadenceServiceTest
class UnseenTest {

    private Workspace acme;

    @BeforeEach
    void onMonday() {
        Workspace.onMonday();
        acme = Workspace.withCapacity(20);
    }

    @Test
    void showsThoseWithoutANextTouchTheLongestUnseenFirstAndWhy() {
        // Given one without an owner, one whose owner goes away for ever, one that is planned
        UUID ownerless = acme.contact(null);
        acme.contact();
        at("2026-11-24T09:00:00Z");
        UUID absent = UUID.randomUUID();
        acme.added(Reps.away(absent, 1, 20, LocalDate.parse("2026-11-01"), LocalDate.parse("2046-11-01")));
        UUID waiting = acme.contact(absent);

        // When
        JsonPath unseen = unseen("");

        // Then
        assertEquals(ids(ownerless, waiting), unseen.getList("items.contactId"));
        assertEquals(List.of("no-owner", "owner-absent"), unseen.getList("items.reason"));
        assertEquals(List.of("2026-11-23T09:00:00Z", "2026-11-24T09:00:00Z"), unseen.getList("items.since"));
        assertEquals("Nobody follows up with them", unseen.getString("items[0].why"));
        assertEquals("Ada Lovelace", unseen.getString("items[0].contactName"));
        assertEquals(absent.toString(), unseen.getString("items[1].ownerId"));
        assertNull(unseen.getString("nextCursor"));
        assertEquals(ids(waiting), unseen("?owner=" + absent).getList("items.contactId"));
        assertEquals(ids(ownerless), unseen("?reason=no-owner").getList("items.contactId"));
    }

    @Test
    void keepsSinceWhenWhileNothingIsNextAndForgetsItOnceSomethingIs() {
        // Given
        UUID contact = acme.contact(null);
        at("2026-11-25T09:00:00Z");

        // When
        acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());

        // Then
        assertEquals("2026-11-23T09:00:00Z", unseen("").getString("items[0].since"));

        // When
        acme.changed(state(contact, 2, acme.rep()));

        // Then
        assertTrue(unseen("").getList("items").isEmpty());

        // When
        at("2026-11-26T09:00:00Z");
        acme.changed(state(contact, 3, null));

        // Then
        assertEquals("2026-11-26T09:00:00Z", unseen("").getString("items[0].since"));
    }

    @Test
    void leavesOutWhomNobodyMayContactUnlessAskedFor() {
        // Given
        UUID contact = acme.contact();
        acme.changed(state(contact, 2, acme.rep(), true, null));

        // Then
        assertTrue(unseen("").getList("items").isEmpty());
        JsonPath asked = unseen("?reason=do-not-contact");
        assertEquals(ids(contact), asked.getList("items.contactId"));
        assertEquals("They asked not to be contacted", asked.getString("items[0].why"));
    }

    @Test
    void showsOnTopWhoReachedOutAndHasNobodyToAnswer() {
        // Given
        UUID longest = acme.contact(null);
        at("2026-11-24T09:00:00Z");
        UUID wrote = acme.contact(null);
        Database.change("update connection set why_none = 'NOBODY_TO_ANSWER' where contact_id = ?", wrote);

        // Then
        assertEquals(ids(wrote, longest), unseen("").getList("items.contactId"));
        JsonPath first = unseen("?limit=1");
        assertEquals(ids(wrote), first.getList("items.contactId"));
        assertEquals(
                ids(longest),
                unseen("?limit=1&cursor=" + first.getString("nextCursor")).getList("items.contactId"));
    }

    @Test
    void refusesAnUnknownReasonAndAForeignCursor() {
        acme.as("app")
                .get("/v1/unseen?reason=bored")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("reason"))
                .body("errors[0].detail", containsString("no-owner"));
        acme.as("app").get("/v1/unseen?cursor=Zm9v").then().statusCode(400).body("errors[0].field", equalTo("cursor"));
    }

    @Test
    void walksTheIndexInOrderAmongAHundredThousand() throws SQLException {
        // Given
        Database.change("""
                insert into contact (workspace_id, id, version, name, do_not_contact)
                select ?, gen_random_uuid(), 1, 'Ada', false from generate_series(1, 100000)""", acme.name());
        Database.change("""
                insert into connection (workspace_id, contact_id, version, stage, strength, why_none, unseen_since)
                select workspace_id, id, 1, 'CARD', 0, 'NO_OWNER', timestamptz '2026-01-01' + random() * interval '300 days'
                  from contact where workspace_id = ?""", acme.name());
        Database.change("analyze connection");
        Database.change("analyze contact");
        PlaceInTime middle = new PlaceInTime(Instant.parse("2026-06-01T00:00:00Z"), UUID.randomUUID());

        // Then
        for (PlaceInTime after : Stream.of((PlaceInTime) null, middle).toList()) {
            for (WhyNone reason : Stream.of(null, WhyNone.NO_OWNER).toList()) {
                List<Object> parameters = UnseenQuery.parameters(acme.name());
                String sql = UnseenQuery.of(reason, after, parameters);
                parameters.add(51);
                String plan = explain(sql, parameters);
                assertTrue(plan.contains(reason == null ? "connection_unseen " : "connection_unseen_because"), plan);
                assertFalse(plan.contains("Sort"), plan);
                assertFalse(plan.contains("Seq Scan"), plan);
            }
        }
        assertEquals(50, unseen("").getList("items").size());
        Database.change("delete from connection where workspace_id = ?", acme.name());
        Database.change("delete from contact where workspace_id = ?", acme.name());
    }

    /** As the request runs it: in its role, under its policy. */
    private String explain(String sql, List<Object> parameters) throws SQLException {
        try (Connection app = DriverManager.getConnection(
                        ServiceTestResource.postgres().jdbcUrl("cadence"), "cadence_app", "cadence_app");
                Statement workspace = app.createStatement();
                PreparedStatement explain = app.prepareStatement("explain (analyze, buffers) " + sql)) {
            workspace.execute("select set_config('app.workspace', '" + acme.name() + "', false)");
            for (int i = 0; i < parameters.size(); i++) {
                Object it = parameters.get(i);
                explain.setObject(
                        i + 1,
                        it instanceof Instant at
                                ? OffsetDateTime.ofInstant(at, ZoneOffset.UTC)
                                : it instanceof Enum<?> constant ? constant.name() : it);
            }
            List<String> lines = new ArrayList<>();
            try (ResultSet found = explain.executeQuery()) {
                while (found.next()) {
                    lines.add(found.getString(1));
                }
            }
            return String.join("\n", lines);
        }
    }

    private JsonPath unseen(String query) {
        return acme.as("app")
                .get("/v1/unseen" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> ids(UUID... contacts) {
        return Stream.of(contacts).map(UUID::toString).toList();
    }
}
