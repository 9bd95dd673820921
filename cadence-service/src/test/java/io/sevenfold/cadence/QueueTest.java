package io.sevenfold.cadence;

import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static io.sevenfold.cadence.Workspace.at;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
    void isNotThereForARepNobodyKnows() {
        acme.as("app")
                .get("/v1/queues/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("rep"));
    }
}
