package io.sevenfold.cadence;

import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static io.sevenfold.cadence.Workspace.at;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.sevenfold.cadence.plan.PlanNow;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Rep;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** P9 over the real topics: a rep goes on leave from Tuesday to Friday, another covers, and the rep comes back. */
@CadenceServiceTest
class CoverTest {

    private static final LocalDate TUESDAY = LocalDate.parse("2026-11-24");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-11-27");

    private final UUID cover = UUID.randomUUID();
    private Workspace acme;
    private UUID contact;

    @BeforeEach
    void dueOnMonday() {
        Workspace.onMonday();
        acme = Workspace.withCapacity(20);
        acme.added(Reps.inBerlin(cover, 1, 20));
        contact = acme.contact();
        acme.awaitDue(contact);
    }

    @Test
    void whatIsDueGoesToTheCoverAsAnotherRoundAndComesBackAsAThird() {
        // When
        goes(Reps.covered(acme.rep(), 2, TUESDAY, FRIDAY, cover, null));
        at("2026-11-23T22:59:00Z");

        // Then
        assertEquals(List.of(contact.toString()), due(acme.rep()));

        // When the rep's Tuesday begins
        at("2026-11-23T23:00:00Z");

        // Then
        assertEquals(List.of(), due(acme.rep()));
        assertEquals(cover.toString(), acme.plan(contact).getString("touchpoints[0].repId"));
        JsonPath postponed = acme.told(contact, "TouchpointPostponed").get(0);
        assertEquals(acme.rep().toString(), postponed.getString("repId"));
        assertEquals("2026-11-24", postponed.getString("dueOn"));

        // When
        at("2026-11-24T07:30:00Z");

        // Then
        assertEquals(List.of(contact.toString()), due(cover));
        List<JsonPath> days = acme.told(cover, "DayBegun");
        assertEquals(
                List.of(acme.step(contact, 1).toString()),
                days.get(days.size() - 1).getList("due"));
        assertDue(2, cover);

        // When
        at("2026-11-27T22:59:00Z");
        assertEquals(List.of(contact.toString()), due(cover));
        at("2026-11-27T23:00:00Z");

        // Then
        assertEquals(List.of(), due(cover));
        assertEquals("2026-11-30", acme.plan(contact).getString("touchpoints[0].dueOn"));

        // When
        at("2026-11-30T07:30:00Z");

        // Then
        assertEquals(List.of(contact.toString()), due(acme.rep()));
        assertDue(3, acme.rep());
    }

    @Test
    void theCoverTheOwnerAndNobodyElseActsOnIt() {
        // Given
        UUID second = acme.contact();
        goes(Reps.covered(acme.rep(), 2, TUESDAY, FRIDAY, cover, null));
        UUID stranger = UUID.randomUUID();
        acme.added(Reps.inBerlin(stranger, 1, 20));
        at("2026-11-24T07:30:00Z");

        // Then
        assertEquals(403, complete(contact, stranger));
        assertEquals(200, complete(contact, cover));
        assertEquals(200, complete(second, acme.rep()));
        assertEquals(
                cover.toString(), acme.told(contact, "TouchpointDone").get(0).getString("interaction.repId"));
        assertEquals(List.of(), due(cover));
    }

    @Test
    void whoCoversDoesNotGiveTheContactAway() {
        // Given
        UUID stranger = UUID.randomUUID();
        acme.added(Reps.inBerlin(stranger, 1, 20));
        goes(Reps.covered(acme.rep(), 2, TUESDAY, FRIDAY, cover, null));
        at("2026-11-24T07:30:00Z");

        // Then
        JsonPath refused = handOver("rep", cover, stranger);
        assertEquals(0, refused.getInt("done"));
        assertEquals(403, refused.getInt("results[0].problem.status"));
        assertEquals(1, handOver("manager", UUID.randomUUID(), stranger).getInt("done"));
    }

    private JsonPath handOver(String role, UUID by, UUID to) {
        return acme.as(role, by)
                .body(Map.of("touchpointIds", List.of(acme.step(contact, 1)), "toRepId", to))
                .post("/v1/queues/" + cover + "/hand-over")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void aReplyOwedGoesToTheCoverAtOnceAndBackAfterwards() {
        // Given
        goes(Reps.covered(acme.rep(), 2, TUESDAY, FRIDAY, cover, null));
        at("2026-11-24T09:00:00Z");

        // When
        acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());

        // Then
        assertEquals("reply-owed", acme.queue(cover).getString("touchpoints[0].kind"));
        assertEquals("2026-11-24T13:00:00Z", acme.queue(cover).getString("touchpoints[0].answerBy"));

        // When
        at("2026-11-27T23:00:00Z");

        // Then
        assertEquals(List.of(), due(cover));
        assertEquals("reply-owed", acme.queue().getString("touchpoints[0].kind"));
    }

    @Test
    void aReplyOwedGoesToTheManagerAndWithoutOneIsToldOfAsNobodys() {
        // Given
        UUID manager = UUID.randomUUID();
        goes(Reps.covered(acme.rep(), 2, TUESDAY, FRIDAY, null, manager));
        at("2026-11-24T09:00:00Z");

        // When
        acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());

        // Then the manager is not known yet
        assertEquals(
                "nobody-to-answer",
                Database.query("select why_none from connection where contact_id = ?", contact)
                        .get(0)
                        .toLowerCase()
                        .replace('_', '-'));

        // When
        acme.added(Reps.inBerlin(manager, 1, 20));
        PlanNow.anew();

        // Then
        assertEquals(List.of(contact.toString()), due(manager));
        assertDue(manager);
    }

    @Test
    void whenTheCoverIsAwayTooItGoesOnToTheirNextDay() {
        // Given
        goes(Reps.covered(acme.rep(), 2, TUESDAY, FRIDAY, cover, null));
        at("2026-11-24T07:30:00Z");

        // When
        goes(Reps.away(cover, 2, 20, TUESDAY, TUESDAY.plusDays(1)));

        // Then
        assertEquals(List.of(), due(cover));
        assertEquals("2026-11-26", acme.plan(contact).getString("touchpoints[0].dueOn"));

        // When
        at("2026-11-26T07:30:00Z");

        // Then
        assertEquals(List.of(contact.toString()), due(cover));
        assertDue(3, cover);
    }

    @Test
    void aPlanThatWaitedGoesOnWithTheCover() {
        // Given they wrote
        UUID step = acme.step(contact, 1);
        acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());
        goes(Reps.covered(acme.rep(), 2, TUESDAY, FRIDAY, cover, null));
        at("2026-11-24T07:30:00Z");
        assertEquals("2026-11-24", date(step));

        // When nothing but time passes
        at("2026-11-25T07:30:00Z");

        // Then it is shown as if they were answered today
        assertEquals("2026-11-25", date(step));
        assertEquals(List.of("2026-11-25"), Database.query("select due_on from touchpoint where id = ?", step));
    }

    private void goes(Rep state) {
        acme.changed(state);
        PlanNow.anew();
    }

    private String date(UUID step) {
        return acme.plan(contact).getString("touchpoints.find { it.id == '" + step + "' }.dueOn");
    }

    private int complete(UUID of, UUID rep) {
        return acme.as("rep", rep)
                .body("{}")
                .post("/v1/touchpoints/" + acme.step(of, 1) + "/complete")
                .statusCode();
    }

    private List<String> due(UUID rep) {
        return acme.queue(rep).getList("touchpoints.contactId");
    }

    private void assertDue(int round, UUID rep) {
        assertDue(rep);
        List<JsonPath> due = acme.told(contact, "TouchpointDue");
        assertEquals(round, due.get(due.size() - 1).getInt("round"));
    }

    private void assertDue(UUID rep) {
        List<JsonPath> due = acme.told(contact, "TouchpointDue");
        assertEquals(rep.toString(), due.get(due.size() - 1).getString("repId"));
        assertEquals(rep.toString(), due.get(due.size() - 1).getString("touchpoint.repId"));
    }
}
