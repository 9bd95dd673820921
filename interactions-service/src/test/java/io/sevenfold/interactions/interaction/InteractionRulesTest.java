package io.sevenfold.interactions.interaction;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.Outcome;
import io.sevenfold.rest.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "What an interaction does" and P10. */
class InteractionRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final UUID REP = UUID.randomUUID();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // direction, outcome, occurredAt, revisitOn, returnOn, meetingOn
                "OUTBOUND, NONE, 2026-11-24T09:00:30Z, -, -, -",
                "OUTBOUND, NO_ANSWER, 1970-01-01T00:00:00Z, -, -, -",
                "INBOUND, NO_SHOW, 2026-11-24T09:00:00Z, -, -, 2026-11-24",
                "INBOUND, MEETING_CANCELLED, 2026-11-24T09:00:00Z, -, -, -",
                "OUTBOUND, MEETING_BOOKED, 2026-11-24T09:00:00Z, -, -, 2026-11-20",
                "INBOUND, NOT_NOW, 2026-11-24T09:00:00Z, 2026-11-24, -, -",
                // It is still the 23rd west of UTC, and nobody knows here where the rep was.
                "INBOUND, NO_BUDGET, 2026-11-24T09:00:00Z, 2026-11-23, -, -",
                "INBOUND, AUTO_REPLY, 2026-11-24T09:00:00Z, -, 2026-12-01, -",
                "INBOUND, AUTO_REPLY, 2026-11-24T09:00:00Z, -, 2036-11-23, -",
                "INBOUND, NEVER, 2026-11-24T09:00:00Z, -, -, -"
            })
    void allows(
            Direction direction,
            Outcome outcome,
            Instant occurredAt,
            LocalDate revisitOn,
            LocalDate returnOn,
            LocalDate meetingOn) {
        assertDoesNotThrow(() -> InteractionRules.check(
                interaction(direction, outcome, occurredAt, revisitOn, returnOn, meetingOn), NOW));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // direction, outcome, occurredAt, revisitOn, returnOn, meetingOn, field, rule
                "OUTBOUND, NONE, 2026-11-24T09:00:30.000001Z, -, -, -, occurredAt, What an interaction does",
                "INBOUND, NO_ANSWER, 2026-11-24T09:00:00Z, -, -, -, outcome, What an interaction does",
                "OUTBOUND, AUTO_REPLY, 2026-11-24T09:00:00Z, -, -, -, outcome, What an interaction does",
                "INBOUND, NOT_NOW, 2026-11-24T09:00:00Z, 2026-11-22, -, -, revisitOn, P10",
                "INBOUND, NEVER, 2026-11-24T09:00:00Z, 2027-01-01, -, -, revisitOn, P10",
                "INBOUND, NOT_NOW, 2026-11-24T09:00:00Z, 2036-11-24, -, -, revisitOn, P10",
                "INBOUND, AUTO_REPLY, 2026-11-24T09:00:00Z, -, 9999-12-31, -, returnOn, P10",
                "INBOUND, MEETING_BOOKED, 2026-11-24T09:00:00Z, -, -, 9999-12-31, meetingOn, What an interaction does",
                "INBOUND, REPLIED, 2026-11-24T09:00:00Z, -, 2027-01-01, -, returnOn, P10",
                "INBOUND, WON, 2026-11-24T09:00:00Z, -, -, 2027-01-01, meetingOn, What an interaction does",
                "INBOUND, MEETING_BOOKED, 2026-11-24T09:00:00Z, -, -, -, meetingOn, What an interaction does"
            })
    void refuses(
            Direction direction,
            Outcome outcome,
            Instant occurredAt,
            LocalDate revisitOn,
            LocalDate returnOn,
            LocalDate meetingOn,
            String field,
            String rule) {
        Interaction interaction = interaction(direction, outcome, occurredAt, revisitOn, returnOn, meetingOn);
        ProblemException refused = assertThrows(ProblemException.class, () -> InteractionRules.check(interaction, NOW));
        assertEquals(field, refused.problem().errors().get(0).field());
        assertEquals(rule, refused.problem().rule());
    }

    private static Interaction interaction(
            Direction direction,
            Outcome outcome,
            Instant occurredAt,
            LocalDate revisitOn,
            LocalDate returnOn,
            LocalDate meetingOn) {
        return new Interaction(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                REP,
                direction,
                Channel.CALL,
                outcome,
                occurredAt,
                NOW,
                null,
                null,
                null,
                revisitOn,
                returnOn,
                meetingOn,
                null,
                null);
    }
}
