package io.sevenfold.cadence;

import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main path: enrolled, planned, due, a no, a reply, won. Monday 23 November 2026, Berlin. */
@CadenceServiceTest
class StoryTest {

    private Workspace workspace;

    @BeforeEach
    void onMonday() {
        Workspace.onMonday();
        workspace = Workspace.withCapacity(20);
    }

    @Test
    void goesFromTheFirstTouchToTheWin() {
        // Given
        UUID contact = workspace.contact();

        // Then
        await().until(() -> workspace.isPlanned(contact)
                && workspace.plan(contact).getList("touchpoints").size() == 7);
        await().untilAsserted(() -> assertEquals("due", workspace.plan(contact).getString("touchpoints[0].state")));
        assertEquals(
                List.of(
                        "2026-11-23",
                        "2026-11-26",
                        "2026-12-03",
                        "2026-12-14",
                        "2026-12-24",
                        "2027-01-07",
                        "2027-01-21"),
                workspace.plan(contact).getList("touchpoints.dueOn"));

        // When
        String first = workspace.queue().getString("touchpoints[0].id");
        workspace
                .as("rep")
                .body("{\"outcome\": \"no-answer\"}")
                .post("/v1/touchpoints/" + first + "/complete")
                .then()
                .statusCode(200);

        // Then
        JsonPath plan = workspace.plan(contact);
        assertEquals("done", plan.getString("touchpoints[0].state"));
        assertEquals("2026-11-26", plan.getString("touchpoints[1].dueOn"));
        assertTrue(workspace.queue().getList("touchpoints").isEmpty());

        // When
        CLOCK.set(Instant.parse("2026-11-26T10:00:00Z"));
        await().until(() -> workspace.queue().getList("touchpoints").size() == 1);
        workspace.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());

        // Then
        await().until(() -> "reply-owed".equals(workspace.queue().getString("touchpoints[0].kind")));
        assertEquals(1, workspace.queue().getList("touchpoints").size());
        assertEquals("reply-owed", workspace.plan(contact).getString("waitingFor"));

        // When
        workspace.happened(contact, Direction.OUTBOUND, Outcome.WON, CLOCK.instant());

        // Then
        await().until(() -> "care".equals(workspace.plan(contact).getString("cadence.purpose")));
        assertTrue(workspace.queue().getList("touchpoints").isEmpty());
        List<String> states = workspace.plan(contact).getList("touchpoints.findAll { it.kind == 'step' }.state");
        assertEquals(Collections.nCopies(5, "planned"), states);
    }
}
