package io.sevenfold.notifier;

import static io.sevenfold.notifier.DomainClockOfTests.CLOCK;
import static io.sevenfold.notifier.DomainClockOfTests.START;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.events.ContactChanged;
import io.sevenfold.events.Topic;
import io.sevenfold.events.TouchpointDone;
import io.sevenfold.events.TouchpointDue;
import io.sevenfold.infra.Database;
import io.sevenfold.infra.ServiceTestResource;
import io.sevenfold.notifier.gathering.Gathering;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes due after the day's digest is gathered, and what an outage delayed is not blasted (N1, N7). */
@NotifierServiceTest
class FollowUpTest {

    private static final Duration GATHERED = Duration.ofMinutes(10);

    private final Workspace acme = Workspace.withDigests();

    @Inject
    Gathering gathering;

    @AfterEach
    void allIsAccountedFor() {
        ServiceTestResource.mail().start();
        acme.assertAllAccountedFor();
        CLOCK.set(START);
    }

    @Test
    void makesOneMailOfAnImportAndNotTwenty_N1() {
        // Given
        due(20);
        acme.awaitAnnouncements(all(20, "due waiting"));

        // When
        CLOCK.advance(GATHERED.minusSeconds(1));
        otherThingsAreSent();
        acme.awaitAnnouncements(all(20, "due waiting"));
        CLOCK.advance(Duration.ofSeconds(1));

        // Then
        acme.awaitAnnouncements(all(20, "due sent"));
        acme.awaitReminders("follow_up sent");
        assertEquals(1, acme.mails().size());
    }

    @Test
    void gathersEachOnceWhenReplicasRace() {
        // Given
        due(60);
        acme.awaitAnnouncements(all(60, "due waiting"));
        acme.age("announcement", Duration.ofMinutes(1));

        // When
        CLOCK.advance(GATHERED);
        Stream.generate(() ->
                        CompletableFuture.runAsync(() -> IntStream.range(0, 20).forEach(i -> gathering.gather())))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);

        // Then
        acme.awaitAnnouncements(all(60, "due sent"));
        acme.awaitReminders("follow_up sent");
        assertEquals(1, acme.mails().size());
    }

    @Test
    void waitsForADigestThatIsStillToCome_N1() {
        // Given
        acme.dayBegun(START.plus(Duration.ofHours(1)), List.of(), List.of(), Map.of());
        acme.awaitReminders("digest pending");

        // When
        due(2);
        CLOCK.advance(GATHERED.multipliedBy(2));
        otherThingsAreSent();

        // Then
        acme.awaitReminders("digest pending");
        CLOCK.set(START.plus(Duration.ofHours(1)));
        acme.awaitReminders("digest sent");
        acme.awaitAnnouncements("due sent", "due sent");
    }

    @Test
    void followsAPreferenceFromTheNextGatheringOn() {
        // Given
        acme.dayBegun(START.plus(Duration.ofHours(1)), List.of(), List.of(), Map.of());
        acme.awaitReminders("digest pending");
        due(2);
        await().until(() -> !Database.query(
                        "select 1 from announcement where by_digest and workspace_id = ?", acme.name())
                .isEmpty());

        // When
        acme.as("rep")
                .contentType("application/json")
                .body("{\"mails\": \"each\", \"teamDigest\": true}")
                .put("/v1/preferences/" + acme.repId())
                .then()
                .statusCode(200);

        // Then
        acme.awaitAnnouncements("due sent", "due sent");
        assertEquals(2, acme.mails().size());
    }

    @Test
    void leavesOutWhatIsDoneBetweenClaimAndSendingAndTellsTheRest_N4() {
        // Given
        ServiceTestResource.mail().stop();
        List<UUID> touchpoints = due(3);
        acme.awaitAnnouncements(all(3, "due waiting"));
        CLOCK.advance(GATHERED);
        acme.awaitAnnouncements(all(3, "due retrying"));

        // When
        acme.publish(new TouchpointDone(acme.contactId(), touchpoints.get(1), acme.repId(), 1, START, null, null));
        acme.awaitAnnouncements("due retrying", "due finished", "due retrying");
        ServiceTestResource.mail().start();

        // Then
        acme.awaitAnnouncements("due sent", "due finished", "due sent");
        acme.awaitReminders("follow_up sent");
    }

    @Test
    void leavesOutWhatIsDueToAnotherRepByThen_N4() {
        // Given
        List<UUID> touchpoints = due(2);
        acme.awaitAnnouncements(all(2, "due waiting"));

        // When
        UUID other = acme.addColleague("Katherine Johnson");
        acme.publish(new TouchpointDue(
                acme.contactId(), other, 2, 7, START, null, null, null, acme.call(touchpoints.get(0))));
        CLOCK.advance(GATHERED);

        // Then
        acme.awaitAnnouncements("due superseded", "due sent", "due sent");
        assertEquals(1, acme.mails().size());
        assertEquals(1, acme.mailsTo(acme.addressOf("Katherine Johnson")).size());
    }

    @Test
    void isNotSentWhereNothingIsLeftInIt_N4() {
        // Given
        due(2);
        acme.awaitAnnouncements(all(2, "due waiting"));
        acme.publish(
                Topic.CONTACTS, acme.contactId(), new ContactChanged(acme.contact(2, "Ada Lovelace", true, List.of())));
        await().until(() -> !Database.query(
                        "select 1 from contact where do_not_contact and workspace_id = ?", acme.name())
                .isEmpty());

        // When
        CLOCK.advance(GATHERED);

        // Then
        acme.awaitAnnouncements(all(2, "due do_not_contact"));
        acme.awaitReminders("follow_up cancelled");
    }

    @Test
    void comesInOneMailAfterAnOutageOfHoursWhereThereAreNoDigests_N7() {
        // Given
        ServiceTestResource.mail().stop();
        acme.prefers(acme.repId(), "EACH");
        due(5);
        acme.awaitAnnouncements(all(5, "due retrying"));

        // When
        CLOCK.advance(Duration.ofHours(3));
        acme.awaitReminders(
                Stream.concat(Collections.nCopies(5, "due cancelled").stream(), Stream.of("follow_up retrying"))
                        .toArray(String[]::new));
        ServiceTestResource.mail().start();

        // Then
        acme.awaitAnnouncements(all(5, "due sent"));
        assertEquals(1, acme.mails().size());
    }

    @Test
    void isMergedIntoTheNextDigestAfterAnOutageOfHours_N7() {
        // Given
        ServiceTestResource.mail().stop();
        acme.wrote("Can you show us?", START);
        due(2);
        acme.owedSince(START, START);
        CLOCK.advance(GATHERED);
        acme.awaitAnnouncements("due retrying", "due retrying", "reply retrying", "warning waiting");

        // When
        CLOCK.advance(Duration.ofMinutes(140));
        acme.awaitReminders("reply cancelled", "follow_up cancelled", "follow_up retrying");
        ServiceTestResource.mail().start();

        // Then: the reply does not wait for tomorrow
        acme.awaitReminders("reply cancelled", "follow_up cancelled", "follow_up sent");
        assertEquals(
                List.of("due waiting", "due waiting", "reply sent"),
                acme.announcements().subList(0, 3));

        // When
        Instant tomorrow = START.plus(Duration.ofDays(1));
        CLOCK.set(tomorrow);
        acme.dayBegun(tomorrow, List.of(), List.of(), Map.of());

        // Then
        await().untilAsserted(() -> assertEquals(
                List.of("due sent", "due sent", "reply sent"),
                acme.announcements().subList(0, 3)));
    }

    @Test
    void comesOnceWithAllThatWaitsWhereTheMorningsDigestCouldNotBeSent() {
        // Given
        ServiceTestResource.mail().stop();
        List<UUID> morning = due(2);
        acme.dayBegun(START, List.of(), morning, Map.of());
        acme.awaitAnnouncements(all(2, "due retrying"));

        // When
        CLOCK.advance(Duration.ofHours(5));
        acme.dueSince(CLOCK.instant());
        acme.awaitAnnouncements(all(3, "due retrying"));
        ServiceTestResource.mail().start();

        // Then
        acme.awaitReminders("digest sent");
        assertEquals(1, acme.mails().size());
    }

    @Test
    void sendsARepNoMoreThanADayHolds() {
        // Given
        acme.prefers(acme.repId(), "EACH");

        // When
        due(65);

        // Then
        await().untilAsserted(() -> assertEquals(60, acme.mails().size()));
        otherThingsAreSent();
        assertEquals(60, acme.mails().size());

        // And
        CLOCK.advance(GATHERED);
        acme.awaitAnnouncements(all(65, "due sent"));
        assertEquals(61, acme.mails().size());
    }

    private List<UUID> due(int count) {
        return Stream.generate(() -> acme.dueSince(START)).limit(count).toList();
    }

    private static void otherThingsAreSent() {
        Workspace other = Workspace.known();
        other.dueSince(CLOCK.instant());
        other.awaitReminders("due sent");
    }

    private static String[] all(int count, String what) {
        return Collections.nCopies(count, what).toArray(String[]::new);
    }
}
