package io.sevenfold.interactions.interaction;

import static io.sevenfold.events.Direction.INBOUND;
import static io.sevenfold.events.Direction.OUTBOUND;
import static io.sevenfold.events.Outcome.AUTO_REPLY;
import static io.sevenfold.events.Outcome.MEETING_BOOKED;
import static io.sevenfold.events.Outcome.MEETING_CANCELLED;
import static io.sevenfold.events.Outcome.NEVER;
import static io.sevenfold.events.Outcome.NOT_NOW;
import static io.sevenfold.events.Outcome.NO_ANSWER;
import static io.sevenfold.events.Outcome.NO_BUDGET;
import static io.sevenfold.events.Outcome.NO_SHOW;

import io.sevenfold.events.Interaction;
import io.sevenfold.events.Outcome;
import io.sevenfold.interactions.known.Mentioned;
import io.sevenfold.rest.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;

/** What an interaction may say: DOMAIN.md, "What an interaction does" and P10. */
final class InteractionRules {

    /** The table of DOMAIN.md. */
    static final String TABLE = "What an interaction does";

    /** How far a caller's clock may be ahead of ours. */
    static final Duration TOLERANCE = Duration.ofSeconds(30);

    private static final Set<Outcome> WITH_REVISIT = EnumSet.of(NOT_NOW, NO_BUDGET);
    private static final Set<Outcome> WITH_MEETING = EnumSet.of(MEETING_BOOKED, MEETING_CANCELLED, NO_SHOW);
    private static final int LAST_YEAR = 9999;

    /** Further off is a slip, and what is planned after it would have dates that nobody can read. */
    private static final int YEARS_AHEAD = 10;

    /** Where a day begins last: no date is earlier at the same instant. */
    private static final ZoneOffset WESTERNMOST = ZoneOffset.ofHours(-12);

    private InteractionRules() {}

    /** @throws ProblemException 400 where a value is out of bounds, 422 where a rule forbids it */
    static void check(Interaction interaction, Instant now) {
        checkOccurrence(interaction, now);
        checkOutcome(interaction);
        if (interaction.optOutOf() != null && interaction.outcome() != NEVER) {
            throw ProblemException.rule(
                    TABLE, "optOutOf", "goes only with " + NEVER + ", not with " + interaction.outcome());
        }
        checkDate("revisitOn", interaction.revisitOn(), interaction, WITH_REVISIT, "P10");
        checkDate("returnOn", interaction.returnOn(), interaction, EnumSet.of(AUTO_REPLY), "P10");
        checkDate("meetingOn", interaction.meetingOn(), interaction, WITH_MEETING, TABLE);
        if (interaction.outcome() == MEETING_BOOKED && interaction.meetingOn() == null) {
            throw ProblemException.rule(TABLE, "meetingOn", "is needed where a meeting is booked");
        }
        if (interaction.revisitOn() != null && interaction.revisitOn().isBefore(earliestDate(interaction))) {
            throw ProblemException.rule("P10", "revisitOn", "is before the interaction itself");
        }
    }

    /** @throws ProblemException 422 where somebody is gone for ever, or the touchpoint is another contact's */
    static void checkMentioned(Interaction interaction, Mentioned mentioned) {
        if (!mentioned.contact()) {
            throw new NotKnownYet("contact", "contactId", interaction.contactId());
        }
        if (mentioned.erasedRep()) {
            throw ProblemException.refused("rep-erased", "repId", "The rep " + interaction.repId() + " was erased.");
        }
        if (!mentioned.rep()) {
            throw new NotKnownYet("rep", "repId", interaction.repId());
        }
        if (mentioned.touchpointOf() != null && !mentioned.touchpointOf().equals(interaction.contactId())) {
            throw ProblemException.rule(TABLE, "touchpointId", "is a touchpoint of another contact");
        }
    }

    private static void checkOccurrence(Interaction interaction, Instant now) {
        Instant occurredAt = interaction.occurredAt();
        if (occurredAt == null || occurredAt.isBefore(Instant.EPOCH)) {
            throw ProblemException.invalid("occurredAt", "must be from 1970-01-01T00:00:00Z on");
        }
        if (occurredAt.isAfter(now.plus(TOLERANCE))) {
            throw ProblemException.rule(TABLE, "occurredAt", "is in the future; it is " + now + " now");
        }
    }

    private static void checkOutcome(Interaction interaction) {
        if (interaction.direction() == INBOUND && interaction.outcome() == NO_ANSWER) {
            throw ProblemException.rule(TABLE, "outcome", "'no-answer' is what comes of an outbound interaction");
        }
        if (interaction.direction() == OUTBOUND && interaction.outcome() == AUTO_REPLY) {
            throw ProblemException.rule(TABLE, "outcome", "'auto-reply' is an inbound interaction");
        }
        if (interaction.direction() == OUTBOUND && interaction.repId() == null) {
            throw ProblemException.invalid("repId", "is required: an outbound interaction is one of our reps'");
        }
    }

    private static void checkDate(
            String field, LocalDate date, Interaction interaction, Set<Outcome> with, String rule) {
        if (date == null) {
            return;
        }
        if (!with.contains(interaction.outcome())) {
            throw ProblemException.rule(rule, field, "goes only with " + with + ", not with " + interaction.outcome());
        }
        if (date.isBefore(LocalDate.EPOCH) || date.getYear() > LAST_YEAR) {
            throw ProblemException.invalid(field, "must be in the years 1970 to " + LAST_YEAR);
        }
        if (date.isAfter(earliestDate(interaction).plusYears(YEARS_AHEAD))) {
            throw ProblemException.rule(
                    rule, field, "may be at most " + YEARS_AHEAD + " years after the interaction itself");
        }
    }

    private static LocalDate earliestDate(Interaction interaction) {
        return interaction.occurredAt().atOffset(WESTERNMOST).toLocalDate();
    }
}
