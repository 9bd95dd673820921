package io.sevenfold.cadence;

import static io.sevenfold.cadence.DomainClockOfTests.CLOCK;
import static io.sevenfold.cadence.Workspace.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.sevenfold.cadence.due.DueNow;
import io.sevenfold.events.Channel;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.InteractionRecorded;
import io.sevenfold.events.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** N3: when the clock of a reply owed ends, its rep's manager is to know. */
@CadenceServiceTest
class ReplyOverdueTest {

    private static final UUID MANAGER = UUID.randomUUID();

    private Workspace acme;
    private UUID contact;

    @BeforeEach
    void onMonday() {
        Workspace.onMonday();
        acme = Workspace.fresh();
        acme.added(Reps.managedBy(acme.rep(), MANAGER));
        contact = acme.contact();
    }

    @Test
    void tellsOnceWhenTheClockEnds() {
        // Given
        acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());

        // When
        at("2026-11-23T12:59:59Z");

        // Then
        assertEquals(List.of(), overdue());

        // When
        at("2026-11-23T13:00:00Z");
        at("2026-11-24T13:00:00Z");

        // Then
        assertEquals(1, overdue().size());
        JsonPath told = overdue().get(0);
        assertEquals(acme.queue().getString("touchpoints[0].id"), told.getString("touchpointId"));
        assertEquals(acme.rep().toString(), told.getString("repId"));
        assertEquals(1, told.getInt("round"));
        assertEquals(MANAGER.toString(), told.getString("managerId"));
        assertEquals("2026-11-23T09:00:00Z", told.getString("owedSince"));
        assertEquals("2026-11-23T13:00:00Z", told.getString("answerBy"));
    }

    @Test
    void tellsOnceWhenTwoReplicasRace() {
        // Given
        acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());
        CLOCK.set(Instant.parse("2026-11-23T13:00:00Z"));

        // When
        Stream.generate(() -> CompletableFuture.runAsync(DueNow::release))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);

        // Then
        assertEquals(1, overdue().size());
    }

    @Test
    void tellsAgainWhenTheClockThatANoAnswerStartedEnds() {
        // Given
        acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());
        at("2026-11-23T13:00:00Z");

        // When
        acme.happened(contact, Direction.OUTBOUND, Outcome.NO_ANSWER, CLOCK.instant());
        at("2026-11-24T08:59:59Z");

        // Then
        assertEquals(1, overdue().size());
        JsonPath moved = acme.told(contact, "ReplyClockMoved").get(0);
        assertEquals(overdue().get(0).getString("touchpointId"), moved.getString("touchpointId"));
        assertEquals(1, moved.getInt("round"));
        assertEquals("2026-11-23T13:00:00Z", moved.getString("movedAt"));
        assertEquals("2026-11-24T09:00:00Z", moved.getString("answerBy"));

        // When
        at("2026-11-24T09:00:00Z");

        // Then
        assertEquals(
                List.of("2026-11-23T09:00:00Z", "2026-11-23T13:00:00Z"),
                overdue().stream().map(it -> it.getString("owedSince")).toList());
    }

    @Test
    void tellsNothingOfOneThatWasAnsweredInTime() {
        // Given
        acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());
        at("2026-11-23T12:00:00Z");
        acme.happened(contact, Direction.OUTBOUND, Outcome.NONE, CLOCK.instant());

        // When
        at("2026-11-24T13:00:00Z");

        // Then
        assertEquals(List.of(), overdue());
    }

    @Test
    void doesNotEscalateWhatWasRecordedMoreThanFiveWorkingDaysLate() {
        // Given written on Friday a week ago, recorded on the sixth working day after it, and on the fifth
        UUID inTime = acme.contact();
        reply(contact, "2026-11-13T10:00:00Z", "2026-11-23T09:00:00Z");
        reply(inTime, "2026-11-16T10:00:00Z", "2026-11-23T09:00:00Z");

        // When
        at("2026-11-23T13:00:00Z");

        // Then
        assertEquals(List.of(), overdue());
        assertEquals(1, acme.told(inTime, "ReplyOverdue").size());
        assertTrue(due(contact).getBoolean("late"));
        assertNull((Object) due(inTime).get("late"));

        // When they are tried
        acme.happened(contact, Direction.OUTBOUND, Outcome.NO_ANSWER, CLOCK.instant());
        acme.happened(inTime, Direction.OUTBOUND, Outcome.NO_ANSWER, CLOCK.instant());

        // Then
        assertEquals(List.of(), acme.told(contact, "ReplyClockMoved"));
        assertEquals(1, acme.told(inTime, "ReplyClockMoved").size());
    }

    @Test
    void saysFromWhenTheRepIsToBeTold() {
        // Given written at noon, and by another on the evening before the next morning's hours
        UUID evening = acme.contact();
        at("2026-11-23T11:00:00Z");
        acme.happened(contact, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());
        at("2026-11-23T19:00:00Z");
        acme.happened(evening, Direction.INBOUND, Outcome.REPLIED, CLOCK.instant());

        // Then
        assertEquals("2026-11-23T11:00:00Z", due(contact).getString("tellFrom"));
        assertEquals("2026-11-24T08:00:00Z", due(evening).getString("tellFrom"));
    }

    private JsonPath due(UUID of) {
        return acme.told(of, "TouchpointDue").stream()
                .filter(it -> "reply-owed".equals(it.getString("touchpoint.kind")))
                .findFirst()
                .orElseThrow();
    }

    private void reply(UUID of, String occurredAt, String recordedAt) {
        Interaction it = new Interaction(
                UUID.randomUUID(),
                1,
                of,
                acme.rep(),
                Direction.INBOUND,
                Channel.EMAIL,
                Outcome.REPLIED,
                Instant.parse(occurredAt),
                Instant.parse(recordedAt),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        acme.deliver(it, new InteractionRecorded(it));
    }

    private List<JsonPath> overdue() {
        return acme.told(contact, "ReplyOverdue");
    }
}
