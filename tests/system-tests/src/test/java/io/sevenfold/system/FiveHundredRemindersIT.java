package io.sevenfold.system;

import static io.restassured.RestAssured.given;
import static io.sevenfold.system.Sevenfold.eventually;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Contact;
import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.ContactErased;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Intent;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.InteractionRecorded;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Rep;
import io.sevenfold.events.RepAdded;
import io.sevenfold.events.Topic;
import io.sevenfold.events.Touchpoint;
import io.sevenfold.events.TouchpointDue;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.events.TouchpointSkipped;
import io.sevenfold.events.TouchpointSnoozed;
import io.sevenfold.events.TouchpointState;
import io.sevenfold.events.WorkingHours;
import io.sevenfold.infra.Mail;
import io.sevenfold.infra.MailServer.Answer;
import java.io.IOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Five hundred touchpoints become due while the notifier is killed (SIGKILL) ten times and the SMTP server misbehaves at random: each
 * ends in a mail or where it can be seen, none in two (N7), and what was over before is told by none (N4).
 */
class FiveHundredRemindersIT {

    private static final int REPS = 25;
    private static final int TOUCHPOINTS = 500;
    private static final int KILLS = 10;

    /** What is told of each touchpoint, and what became of it; of no clock that has an hour left is anybody warned. */
    private static final String FATES = """
            select a.touchpoint_id, coalesce(a.left_out, r.state, 'WAITING'), r.message_id
              from announcement a left join reminder r on r.workspace_id = a.workspace_id and r.id = a.reminder_id
             where a.occasion <> 'WARNING'""";

    /** Mostly fine. */
    private static final List<Answer> WEATHER =
            List.of(Answer.ACCEPTED, Answer.ACCEPTED, Answer.ACCEPTED, Answer.TRY_LATER, Answer.REFUSED, Answer.LOST);

    private enum Before {
        NOTHING,
        SKIPPED,
        SNOOZED,
        ERASED
    }

    /** One touchpoint of a contact of its own. */
    private record Case(int number, UUID rep, UUID contact, UUID touchpoint, Before before) {

        String name() {
            return "Contact-%03d".formatted(number);
        }
    }

    private final Clock clock = Clock.systemUTC();
    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final List<Case> cases = new ArrayList<>();
    private NotifierAlone notifier;

    @BeforeEach
    void start() throws IOException {
        notifier = new NotifierAlone();
    }

    @AfterEach
    void stop() {
        notifier.close();
    }

    @Test
    void tellsOfEachOnceOrShowsWhatBecameOfIt() {
        System.out.println("Seed " + seed);
        Instant begin = clock.instant();
        // Given
        List<UUID> reps = Stream.generate(UUID::randomUUID).limit(REPS).toList();
        reps.forEach(rep -> notifier.publish(Topic.REPS, rep, new RepAdded(rep(rep))));
        for (int i = 0; i < TOUCHPOINTS; i++) {
            Before before = i % 20 == 7 ? Before.values()[1 + i / 20 % 3] : Before.NOTHING;
            Case one = new Case(i, reps.get(i % REPS), UUID.randomUUID(), UUID.randomUUID(), before);
            cases.add(one);
            introduce(one);
        }
        notifier.flush();
        long erased = count(Before.ERASED);
        eventually().until(() -> notifier.query("select 1 from ended_subject").size() == erased);

        // When: they become due, wave after wave, and before each is told the process dies
        for (int kill = 0; kill < KILLS; kill++) {
            int wave = kill;
            cases.stream().filter(it -> it.number() % KILLS == wave).forEach(this::due);
            notifier.flush();
            int mails = notifier.mail().mails().size() + random.nextInt(TOUCHPOINTS / KILLS / 2);
            changeWeatherUntil(mails);
            notifier.process().kill();
            notifier.process().start();
            notifier.process().awaitReady();
        }
        notifier.mail().answer(Answer.ACCEPTED);
        notifier.passTimeToGather();
        System.out.printf(
                "Killed %d times after %d s%n",
                KILLS, Duration.between(begin, clock.instant()).toSeconds());

        // And: what was refused for good is sent again by an operator, which mends the addresses that bounced
        eventually().atMost(Duration.ofMinutes(4)).untilAsserted(() -> {
            resendFailed();
            assertEquals(Map.of(), unfinished());
            assertEquals(TOUCHPOINTS - erased, notifier.query(FATES).size());
        });

        // Then
        Map<String, Long> mailed = notifier.mail().mails().stream().collect(groupingBy(Mail::messageId, counting()));
        Map<String, List<List<String>>> fates = notifier.query(FATES).stream().collect(groupingBy(row -> row.get(0)));
        List<String> texts = notifier.mail().mails().stream().map(Mail::text).toList();
        for (Case one : cases) {
            List<List<String>> told = fates.getOrDefault(one.touchpoint().toString(), List.of());
            assertEquals(one.before() == Before.ERASED ? 0 : 1, told.size(), one::toString);
            told.forEach(it -> assertFate(one, it.get(1), mailed.getOrDefault(it.get(2), 0L)));
            long mails =
                    texts.stream().filter(text -> text.contains(one.name())).count();
            assertTrue(mails <= (one.before() == Before.NOTHING ? 1 : 0), one::toString);
        }
        System.out.printf(
                "%s in %d s%n",
                fates.values().stream().collect(groupingBy(it -> it.get(0).get(1), counting())),
                Duration.between(begin, clock.instant()).toSeconds());
    }

    private static void assertFate(Case one, String fate, long mails) {
        String what = one + " is " + fate + " with " + mails + " mails";
        if (one.before() == Before.NOTHING) {
            assertTrue(fate.equals("SENT") ? mails == 1 : fate.equals("UNKNOWN") && mails <= 1, what);
        } else {
            assertEquals("FINISHED", fate, what);
        }
    }

    /** Whatever is not in a mail that ended, nor left out. */
    private Map<String, Long> unfinished() {
        return notifier.query(FATES).stream()
                .map(row -> row.get(1))
                .filter(fate -> List.of("WAITING", "PENDING", "SENDING", "RETRYING", "FAILED", "CANCELLED")
                        .contains(fate))
                .collect(groupingBy(fate -> fate, counting()));
    }

    private void resendFailed() {
        for (List<String> failed : notifier.query("select id from reminder where state = 'FAILED'")) {
            given().auth()
                    .oauth2(notifier.token("admin"))
                    .post(notifier.process().url() + "/v1/reminders/" + failed.get(0) + "/resend")
                    .then()
                    .statusCode(202);
        }
    }

    /** Returns once so many mails have arrived, or after a few seconds. */
    private void changeWeatherUntil(int mails) {
        long deadline = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        while (notifier.mail().mails().size() < mails && System.nanoTime() < deadline) {
            if (random.nextInt(20) == 0) {
                notifier.mail().stop();
            }
            pause();
            notifier.mail().start();
            notifier.mail().answer(WEATHER.get(random.nextInt(WEATHER.size())));
            pause();
        }
    }

    private void pause() {
        Awaitility.await()
                .pollDelay(Duration.ofMillis(20 + random.nextInt(100)))
                .until(() -> true);
    }

    private long count(Before before) {
        return cases.stream().filter(it -> it.before() == before).count();
    }

    private void introduce(Case one) {
        Contact contact = new Contact(
                one.contact(),
                1,
                one.name(),
                null,
                null,
                null,
                null,
                null,
                one.rep(),
                null,
                List.of(),
                false,
                List.of(),
                null,
                null);
        notifier.publish(Topic.CONTACTS, one.contact(), new ContactAdded(contact));
        if (one.before() == Before.ERASED) {
            notifier.publish(Topic.CONTACTS, one.contact(), new ContactErased(one.contact(), 2));
        }
        UUID id = UUID.randomUUID();
        Interaction wrote = new Interaction(
                id,
                1,
                one.contact(),
                one.rep(),
                Direction.INBOUND,
                Channel.EMAIL,
                Outcome.REPLIED,
                clock.instant(),
                clock.instant(),
                null,
                null,
                "Can you show us?",
                null,
                null,
                null,
                null,
                null);
        notifier.publish(Topic.INTERACTIONS, one.contact(), "/" + id, new InteractionRecorded(wrote));
    }

    /** Replies owed are told at once, steps are gathered. */
    private void due(Case one) {
        boolean reply = one.number() % 5 < 3;
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Touchpoint touchpoint = new Touchpoint(
                one.touchpoint(),
                reply ? null : 2,
                reply ? TouchpointKind.REPLY_OWED : TouchpointKind.STEP,
                TouchpointState.DUE,
                Channel.EMAIL,
                reply ? Intent.ANSWER : Intent.INSIGHT,
                null,
                today,
                List.of(),
                null,
                null);
        switch (one.before()) {
            case SKIPPED ->
                notifier.publish(
                        Topic.TOUCHPOINTS,
                        one.contact(),
                        new TouchpointSkipped(
                                one.contact(), one.touchpoint(), one.rep(), 1, clock.instant(), "me", null));
            case SNOOZED -> notifier.publish(Topic.TOUCHPOINTS, one.contact(), snoozed(one, today.plusDays(3)));
            default -> {}
        }
        notifier.publish(
                Topic.TOUCHPOINTS,
                one.contact(),
                new TouchpointDue(
                        one.contact(),
                        one.rep(),
                        1,
                        reply ? null : 7,
                        clock.instant(),
                        reply ? clock.instant().plus(Duration.ofDays(2)) : null,
                        null,
                        null,
                        touchpoint));
    }

    private TouchpointSnoozed snoozed(Case one, LocalDate until) {
        return new TouchpointSnoozed(one.contact(), one.touchpoint(), one.rep(), 1, clock.instant(), "me", until);
    }

    private static Rep rep(UUID id) {
        return new Rep(
                id,
                1,
                "Rep " + id,
                "rep-" + id + "@reps.example",
                "en-GB",
                "UTC",
                List.of(DayOfWeek.values()),
                new WorkingHours(LocalTime.MIN, LocalTime.of(23, 59)),
                null,
                50,
                LocalTime.of(8, 0),
                4,
                List.of(),
                null);
    }
}
