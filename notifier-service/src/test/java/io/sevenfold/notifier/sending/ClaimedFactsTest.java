package io.sevenfold.notifier.sending;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sevenfold.events.ConnectionChanged;
import io.sevenfold.events.ContactErased;
import io.sevenfold.events.DayLoad;
import io.sevenfold.events.Moved;
import io.sevenfold.events.OverdueReply;
import io.sevenfold.events.RepPersistence;
import io.sevenfold.events.Stage;
import io.sevenfold.events.TeamWeekBegun;
import io.sevenfold.events.Topic;
import io.sevenfold.events.TouchpointDone;
import io.sevenfold.events.UnseenContact;
import io.sevenfold.events.WhyNone;
import io.sevenfold.infra.Database;
import io.sevenfold.notifier.NotifierServiceTest;
import io.sevenfold.notifier.Workspace;
import io.sevenfold.notifier.mail.ReminderFacts;
import io.sevenfold.notifier.mail.ReminderFacts.Day;
import io.sevenfold.notifier.mail.ReminderFacts.Item;
import io.sevenfold.notifier.mail.ReminderFacts.MovedTouch;
import io.sevenfold.notifier.mail.ReminderFacts.TeamWeek;
import io.sevenfold.notifier.reminder.Occasion;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a digest is made of (N1, N2, P5): here it is looked at after it was sent. */
@NotifierServiceTest
class ClaimedFactsTest {

    @Inject
    Clock clock;

    private final Workspace acme = Workspace.withDigests();

    @Test
    void listsRepliesOwedThatWereToldBefore_N1() {
        // Given
        acme.wrote("Can you show us?", clock.instant());
        UUID reply = acme.owedSince(clock.instant(), clock.instant());
        acme.awaitReminders("reply sent");
        UUID due = acme.dueSince(clock.instant());

        // When
        acme.dayBegun(clock.instant(), List.of(reply), List.of(due), Map.of());
        acme.awaitReminders("reply sent", "digest sent");

        // Then: first, and only listed
        List<Item> items = digest().items();
        assertEquals(List.of(reply, due), touchpoints(items));
        assertEquals(List.of(false, true), items.stream().map(Item::announced).toList());
    }

    @Test
    void tellsOnceOfWhatComesBackToWhoGetsBothKindsOfMail_N1() {
        // Given
        acme.prefers(acme.repId(), "BOTH");
        UUID due = acme.dueSince(clock.instant());
        acme.awaitReminders("due sent");

        // When
        acme.dayBegun(clock.instant(), List.of(), List.of(), Map.of(due, 2));
        acme.awaitReminders("due sent", "digest sent");

        // Then
        assertEquals(
                List.of(Occasion.OVERDUE_2),
                digest().items().stream().map(Item::occasion).toList());
    }

    @Test
    void countsWhatElseIsOverdueAndStillOpen_N1() {
        // Given
        UUID comesBack = acme.dueSince(clock.instant());
        UUID counted = acme.dueSince(clock.instant());
        UUID done = acme.dueSince(clock.instant());
        acme.dayBegun(
                clock.instant().minus(Duration.ofHours(22)), List.of(), List.of(comesBack, counted, done), Map.of());
        acme.awaitReminders("digest sent");
        acme.publish(new TouchpointDone(acme.contactId(), done, acme.repId(), 1, clock.instant(), null, null));
        await().until(() -> !Database.query("select 1 from touchpoint where finished_round = 1 and id = ?", done)
                .isEmpty());

        // When
        acme.dayBegun(clock.instant(), List.of(), List.of(), Map.of(comesBack, 2, counted, 1, done, 4));
        acme.awaitReminders("digest sent", "digest pending");
        acme.age("reminder", Duration.ofMinutes(1));
        acme.awaitReminders("digest sent", "digest sent");

        // Then
        assertEquals(List.of(comesBack), touchpoints(digest().items()));
        assertEquals(1, digest().day().overdueMore());
    }

    @Test
    void tellsWhatWasMovedByNameAndTheLoad_P5() {
        // Given
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Moved moved = new Moved(UUID.randomUUID(), acme.contactId(), today, today.plusDays(1), 1);
        Moved ofNobody = new Moved(UUID.randomUUID(), UUID.randomUUID(), today, today.plusDays(1), 1);

        // When
        acme.dayBegun(acme.repId(), clock.instant(), List.of(), List.of(), Map.of(), List.of(moved, ofNobody));
        acme.awaitReminders("digest sent");

        // Then
        Day day = digest().day();
        assertEquals(today, day.date());
        assertEquals(List.of(new DayLoad(today.plusDays(1), 3)), day.load());
        assertEquals(
                List.of(new MovedTouch(
                        moved.touchpointId(),
                        "Ada Lovelace",
                        "Analytical Engines",
                        "Grace Hopper",
                        today,
                        today.plusDays(1),
                        1)),
                day.moved());

        // When
        acme.publish(Topic.CONTACTS, acme.contactId(), new ContactErased(acme.contactId(), 9));
        await().until(() -> Database.query("select 1 from contact where workspace_id = ?", acme.name())
                .isEmpty());

        // Then
        assertEquals(List.of(), digest().day().moved());
    }

    @Test
    void asksTheManagerAboutWhatTheTeamHasMovedForFiveDays_P5() {
        // Given
        UUID manager = UUID.randomUUID();
        acme.addColleague(manager, "Margaret Hamilton");
        await().until(() -> Database.change(
                        "update rep set manager_id = ? where workspace_id = ? and id = ? and (select count(*) from rep r where r.workspace_id = rep.workspace_id) = 2",
                        manager,
                        acme.name(),
                        acme.repId())
                == 1);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Moved long5 = new Moved(UUID.randomUUID(), acme.contactId(), today.minusDays(7), today.plusDays(1), 5);
        Moved short4 = new Moved(UUID.randomUUID(), acme.contactId(), today.minusDays(6), today.plusDays(1), 4);
        acme.dayBegun(acme.repId(), now, List.of(), List.of(), Map.of(), List.of(long5, short4));
        acme.awaitReminders("digest sent");

        // When
        acme.dayBegun(manager, now, List.of(), List.of(), Map.of(), List.of());

        // Then
        acme.awaitReminders("digest sent", "digest sent");
        assertEquals(
                List.of(long5.touchpointId()),
                digestOf(manager).day().movedOfTeam().stream()
                        .map(MovedTouch::touchpointId)
                        .toList());
    }

    @Test
    void tellsTheManagersWeekWithItsNames() {
        // Given
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        UUID unknown = UUID.randomUUID();
        TeamWeekBegun week = new TeamWeekBegun(
                acme.repId(),
                today,
                now,
                today.minusDays(84),
                today.minusDays(1),
                List.of(
                        new RepPersistence(acme.repId(), 3, List.of(3L, 2L, 1L, 0L, 0L, 0L, 0L), 1, 1),
                        new RepPersistence(unknown, 0, List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L), 0, 0)),
                1,
                List.of(new UnseenContact(acme.contactId(), acme.repId(), WhyNone.ENDED)),
                List.of(new OverdueReply(acme.contactId(), UUID.randomUUID(), acme.repId(), now, now)));

        // When
        acme.publish(Topic.TOUCHPOINTS, acme.repId(), week);
        acme.publish(Topic.TOUCHPOINTS, acme.repId(), week);

        // Then
        acme.awaitReminders("team sent");
        TeamWeek told = facts("TEAM", acme.repId()).team();
        assertEquals(week, told.told());
        assertEquals(Map.of(acme.repId(), "Grace Hopper"), told.repNames());
        assertEquals(Map.of(acme.contactId(), "Ada Lovelace"), told.contactNames());
    }

    @Test
    void knowsHowFarTheyHaveCome_S1() {
        // Given
        acme.publish(
                Topic.CONNECTIONS,
                acme.contactId(),
                new ConnectionChanged(acme.contactId(), 2, Stage.IN_TOUCH, 20, null, WhyNone.ENDED));
        acme.publish(
                Topic.CONNECTIONS,
                acme.contactId(),
                new ConnectionChanged(acme.contactId(), 1, Stage.CARD, 0, null, WhyNone.ENDED));
        await().until(() -> !Database.query("select 1 from connection where workspace_id = ?", acme.name())
                .isEmpty());

        // When
        UUID due = acme.dueSince(clock.instant());
        acme.dayBegun(clock.instant(), List.of(), List.of(due), Map.of());
        acme.awaitReminders("digest sent");

        // Then
        assertEquals(
                List.of(Stage.IN_TOUCH),
                digest().items().stream().map(Item::stage).toList());
    }

    private ReminderFacts digest() {
        return digestOf(acme.repId());
    }

    private ReminderFacts digestOf(UUID rep) {
        return facts("DIGEST", rep);
    }

    /** Of the rep's last one. */
    private ReminderFacts facts(String occasion, UUID rep) {
        UUID id = UUID.fromString(Database.query(
                        "select id from reminder where workspace_id = ? and occasion = ? and rep_id = ? order by send_from desc",
                        acme.name(),
                        occasion,
                        rep)
                .get(0));
        return Workspace.worker()
                .call(worker -> ClaimedMails.read(worker, List.of(acme.name()), List.of(id)))
                .get(0)
                .facts();
    }

    private static List<UUID> touchpoints(List<Item> items) {
        return items.stream().map(item -> item.due().touchpoint().id()).toList();
    }
}
