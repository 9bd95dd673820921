package io.sevenfold.notifier;

import static io.sevenfold.notifier.DomainClockOfTests.CLOCK;
import static io.sevenfold.notifier.DomainClockOfTests.START;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.events.Moved;
import io.sevenfold.events.TouchpointDone;
import io.sevenfold.events.TouchpointDue;
import io.sevenfold.infra.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The digest comes once per rep and working date, at their time, with all that waits, and only if there is something in it (N2). */
@NotifierServiceTest
class DigestTest {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Workspace acme = Workspace.withDigests();

    @AfterEach
    void allIsAccountedFor() {
        acme.assertAllAccountedFor();
        CLOCK.set(START);
    }

    @Test
    void announcesAllThatIsDueInOneMailAtItsTime() {
        // Given
        List<UUID> due = Stream.generate(() -> acme.dueSince(START)).limit(3).toList();
        acme.dayBegun(START.plus(HALF_AN_HOUR), List.of(), due, Map.of());
        acme.awaitReminders("digest pending");

        // When: not yet
        CLOCK.advance(HALF_AN_HOUR.minusSeconds(1));
        somethingElseIsSent();
        acme.awaitReminders("digest pending");
        CLOCK.advance(Duration.ofSeconds(1));

        // Then
        acme.awaitAnnouncements("due sent", "due sent", "due sent");
        assertEquals(1, acme.mails().size());

        // When
        acme.dayBegun(START.plus(HALF_AN_HOUR), List.of(), due, Map.of());
        acme.replayEverything();

        // Then
        acme.awaitAnnouncements("due sent", "due sent", "due sent", "due waiting");
        assertEquals(1, acme.mails().size());
    }

    @Test
    void waitsForWhatItsDayNames() {
        // Given
        UUID first = acme.dueSince(START);
        UUID second = UUID.randomUUID();
        acme.dayBegun(START, List.of(), List.of(first, second), Map.of());
        acme.awaitReminders("digest pending");
        somethingElseIsSent();
        acme.awaitReminders("digest pending");

        // When
        acme.dueSince(START, second, 1);

        // Then
        acme.awaitAnnouncements("due sent", "due sent");
        acme.awaitReminders("digest sent");
    }

    @Test
    void comesAfterAMinuteWithoutWhatIsNotKnownAndThatComesInAFollowUp() {
        // Given
        UUID first = acme.dueSince(START);
        UUID second = UUID.randomUUID();
        acme.dayBegun(START, List.of(), List.of(first, second), Map.of());
        acme.awaitReminders("digest pending");

        // When
        acme.age("reminder", MINUTE);
        acme.awaitReminders("digest sent");
        acme.dueSince(START, second, 1);
        CLOCK.advance(Duration.ofMinutes(10));

        // Then
        acme.awaitAnnouncements("due sent", "due sent");
        acme.awaitReminders("digest sent", "follow_up sent");
    }

    @Test
    void tellsOfTheOverdueAgainAfterTwoAndAfterFiveWorkingDays_N1() {
        // Given
        UUID touchpoint = acme.dueSince(START);
        acme.dayBegun(START, List.of(), List.of(touchpoint), Map.of());
        acme.awaitReminders("digest sent");

        // When
        for (int days = 1; days <= 7; days++) {
            Instant then = START.plus(Duration.ofDays(days));
            CLOCK.set(then);
            acme.dayBegun(then, List.of(), List.of(), Map.of(touchpoint, days));
            String last = "digest sent";
            acme.awaitReminders(Stream.generate(() -> last).limit(days + 1).toArray(String[]::new));
        }

        // Then: on the other days it is counted
        acme.awaitAnnouncements("due sent", "overdue_2 sent", "overdue_5 sent");
        assertEquals(8, acme.mails().size());
    }

    @Test
    void tellsNothingOfWhatIsOverdueAndDoneByThen_N4() {
        // Given
        UUID touchpoint = acme.dueSince(START);
        acme.dayBegun(START, List.of(), List.of(touchpoint), Map.of());
        acme.awaitReminders("digest sent");
        Instant later = START.plus(Duration.ofDays(2));
        acme.dayBegun(later, List.of(), List.of(), Map.of(touchpoint, 2));
        acme.awaitReminders("digest sent", "digest pending");

        // When
        acme.publish(new TouchpointDone(acme.contactId(), touchpoint, acme.repId(), 1, START, null, null));
        acme.age("reminder", MINUTE);
        CLOCK.set(later);

        // Then: there is nothing in it
        acme.awaitReminders("digest sent", "digest cancelled");
        acme.awaitAnnouncements("due sent");
        acme.as("rep")
                .get("/v1/reminders?occasion=digest&state=cancelled")
                .then()
                .body("items[0].lastAnswer", equalTo("nothing to tell"));
    }

    @Test
    void isTheMailOfAReplyThatWouldBeMailedByThen_N3() {
        // Given: they wrote in the night; hours begin when the digest comes, or later
        Instant digestAt = START.plus(HALF_AN_HOUR);
        acme.wrote("Can you show us?", START);
        acme.owedSince(START, digestAt);
        acme.awaitAnnouncements("reply waiting", "warning waiting");
        acme.owedSince(START, digestAt.plus(HALF_AN_HOUR));
        acme.awaitAnnouncements("reply waiting", "warning waiting", "reply waiting", "warning waiting");

        // When
        CLOCK.set(digestAt);
        acme.dayBegun(digestAt, List.of(), List.of(), Map.of());

        // Then
        acme.awaitAnnouncements("reply sent", "warning waiting", "reply sent", "warning waiting");
        acme.awaitReminders("digest sent");
    }

    @Test
    void isNotWaitedForByAReplyThatIsMailedEarlier_N3() {
        // Given
        acme.wrote("Can you show us?", START);
        acme.dayBegun(START.plus(HALF_AN_HOUR), List.of(), List.of(), Map.of());
        acme.awaitReminders("digest pending");

        // When
        UUID reply = acme.owedSince(START, START);

        // Then: and it stands in the digest none the less
        acme.awaitReminders("reply sent", "digest pending");
        CLOCK.advance(HALF_AN_HOUR);
        acme.awaitReminders("reply sent", "digest sent");
        acme.awaitAnnouncements("reply sent", "warning waiting");
        assertEquals(2, acme.mails().size());
    }

    @Test
    void takesRepliesThatWereRecordedLate_N3() {
        // Given
        acme.wrote("Can you show us?", START);
        acme.publish(new TouchpointDue(
                acme.contactId(), acme.repId(), 1, null, START, START, START, true, acme.replyOwed(UUID.randomUUID())));
        acme.awaitAnnouncements("reply waiting");
        somethingElseIsSent();
        acme.awaitAnnouncements("reply waiting");

        // When
        acme.dayBegun(START, List.of(), List.of(), Map.of());

        // Then
        acme.awaitAnnouncements("reply sent");
        acme.awaitReminders("digest sent");
    }

    @Test
    void comesOnceForADateThoughTheZoneChanges_N2() {
        // Given
        UUID touchpoint = acme.dueSince(START);
        acme.dayBegun(START, List.of(), List.of(touchpoint), Map.of());
        acme.awaitReminders("digest sent");

        // When
        UUID more = acme.dueSince(START);
        acme.dayBegun(START.plus(HALF_AN_HOUR), List.of(), List.of(more), Map.of());
        CLOCK.advance(HALF_AN_HOUR);

        // Then
        acme.awaitReminders("digest sent", "follow_up sent");
    }

    @Test
    void takesWhatIsInAnUnsentOneOfTheDayBefore() {
        // Given: of whom the day before nobody knew who they are
        Workspace late = new Workspace("w-" + UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        late.addContact();
        UUID first = late.dueSince(START);
        late.dayBegun(START, List.of(), List.of(first), Map.of());
        late.awaitAnnouncements("due pending");

        // When
        Instant next = START.plus(Duration.ofHours(23));
        UUID second = late.dueSince(next);
        late.dayBegun(next, List.of(), List.of(second), Map.of(first, 1));
        CLOCK.set(next);
        late.awaitReminders("digest cancelled", "digest pending");
        late.addRep();

        // Then
        late.awaitReminders("digest cancelled", "digest sent");
        late.awaitAnnouncements("due sent", "due sent");
        assertEquals(1, late.mails().size());
    }

    @Test
    void doesNotComeToWhoWantsNone() {
        // Given
        acme.prefers(acme.repId(), "REPLIES_ONLY");
        UUID touchpoint = acme.dueSince(START);
        acme.dayBegun(START, List.of(), List.of(touchpoint), Map.of());

        // Then
        acme.awaitReminders("digest cancelled");
        acme.awaitAnnouncements("due preference");

        // But
        acme.wrote("Can you show us?", START);
        acme.owedSince(START, START);
        acme.awaitReminders("digest cancelled", "reply sent");
    }

    @Test
    void keepsNothingWaitingThatWasLeftToItJustAsItsRepCameToWantNone_N1() {
        // Given
        acme.dueSince(START);
        acme.awaitAnnouncements("due waiting");
        Database.change("update announcement set by_digest = true where workspace_id = ?", acme.name());
        acme.prefers(acme.repId(), "EACH");

        // When
        acme.dayBegun(START, List.of(), List.of(), Map.of());

        // Then
        acme.awaitAnnouncements("due sent");
    }

    @Test
    void isAnOverviewForWhoGetsAMailForEachTouchpointToo_N1() {
        // Given
        acme.prefers(acme.repId(), "BOTH");
        UUID touchpoint = acme.dueSince(START);
        acme.awaitReminders("due sent");

        // When
        acme.dayBegun(START, List.of(), List.of(touchpoint), Map.of());

        // Then: it is announced once, and listed
        acme.awaitReminders("due sent", "digest sent");
        acme.awaitAnnouncements("due sent");
    }

    @Test
    void tellsOfTheOverdueWhoWantsAMailForEach() {
        // Given
        acme.prefers(acme.repId(), "EACH");
        UUID touchpoint = acme.dueSince(START);
        acme.awaitReminders("due sent");

        // When
        Instant later = START.plus(Duration.ofDays(2));
        CLOCK.set(later);
        acme.dayBegun(later, List.of(), List.of(), Map.of(touchpoint, 2));

        // Then
        acme.awaitAnnouncements("due sent", "overdue_2 sent");
        acme.awaitReminders("due sent", "digest cancelled", "follow_up sent");
    }

    @Test
    void comesWithNothingButWhatWasMoved_N2() {
        // When
        Moved moved =
                new Moved(UUID.randomUUID(), acme.contactId(), LocalDate.of(2026, 12, 3), LocalDate.of(2026, 12, 4), 1);
        acme.dayBegun(acme.repId(), START, List.of(), List.of(), Map.of(), List.of(moved));

        // Then
        acme.awaitReminders("digest sent");
    }

    /** By then all that was to be sent is. */
    private static void somethingElseIsSent() {
        Workspace other = Workspace.known();
        other.dueSince(CLOCK.instant());
        other.awaitMail();
    }
}
