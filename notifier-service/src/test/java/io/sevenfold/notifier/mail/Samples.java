package io.sevenfold.notifier.mail;

import io.sevenfold.events.Channel;
import io.sevenfold.events.DayLoad;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Intent;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.OverdueReply;
import io.sevenfold.events.Reason;
import io.sevenfold.events.ReasonCode;
import io.sevenfold.events.RepPersistence;
import io.sevenfold.events.Stage;
import io.sevenfold.events.TeamWeekBegun;
import io.sevenfold.events.Touchpoint;
import io.sevenfold.events.TouchpointDue;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.events.TouchpointState;
import io.sevenfold.events.UnseenContact;
import io.sevenfold.events.WhyNone;
import io.sevenfold.notifier.mail.ReminderFacts.Day;
import io.sevenfold.notifier.mail.ReminderFacts.Happened;
import io.sevenfold.notifier.mail.ReminderFacts.Item;
import io.sevenfold.notifier.mail.ReminderFacts.MovedTouch;
import io.sevenfold.notifier.mail.ReminderFacts.Owed;
import io.sevenfold.notifier.mail.ReminderFacts.Person;
import io.sevenfold.notifier.mail.ReminderFacts.Recipient;
import io.sevenfold.notifier.mail.ReminderFacts.TeamWeek;
import io.sevenfold.notifier.reminder.Occasion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Mails of every kind as a sales team could get them on a Tuesday in November. */
final class Samples {

    static final Instant MORNING = Instant.parse("2026-11-24T07:30:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Recipient GRACE =
            new Recipient(id("grace"), "Grace Hopper", "grace@flowmatic.example", "en-GB", "Europe/Berlin");
    private static final Recipient HEAD =
            new Recipient(id("head"), "Margaret Hamilton", "margaret@flowmatic.example", "en-GB", "Europe/Berlin");

    private static final Person ADA = person("Ada Lovelace", "Head of Research", "Analytical Engines", "Europe/London");
    private static final Person KATHERINE =
            person("Katherine Johnson", "Flight Operations", "Langley Orbits", "America/New_York");
    private static final Person EMMY = person("Emmy Noether", "Professor", "Göttingen Rings", "Europe/Berlin");
    private static final Person CHIEN =
            person("Chien-Shiung Wu", "Director of Measurement", "Parity Instruments", "America/Los_Angeles");
    private static final Person RADIA =
            person("Radia Perlman", "Chief Engineer", "Spanning Trees Ltd", "Europe/Dublin");
    private static final Person HEDY = person("Hedy Lamarr", null, "Hopping Frequencies", "Europe/Vienna");

    private Samples() {}

    /** By the name of its file. */
    static Map<String, ReminderFacts> all() {
        Map<String, ReminderFacts> all = new LinkedHashMap<>();
        all.put("digest", digest());
        all.put("digest-of-30", digestOf(30));
        all.put("follow-up", reminder(Occasion.FOLLOW_UP, GRACE, List.of(call(Occasion.DUE), thanks())));
        all.put("due", reminder(Occasion.DUE, GRACE, List.of(call(Occasion.DUE))));
        all.put("reply", reminder(Occasion.REPLY, GRACE, List.of(reply(Occasion.REPLY))));
        all.put("warning", reminder(Occasion.WARNING, GRACE, List.of(reply(Occasion.WARNING))));
        all.put("escalation", reminder(Occasion.ESCALATION, HEAD, List.of(reply(Occasion.ESCALATION))));
        all.put("team", team());
        all.put(
                "bouncing",
                new ReminderFacts(Occasion.BOUNCING, "sample", HEAD, List.of(), null, null, "Grace Hopper"));
        return all;
    }

    static ReminderFacts digest() {
        Item listed = listed(step(RADIA, Occasion.DUE, 6, Channel.CALL, Intent.INVITATION, Stage.CONNECTED, null));
        return new ReminderFacts(
                Occasion.DIGEST,
                "sample",
                GRACE,
                List.of(reply(Occasion.REPLY), call(Occasion.DUE), thanks(), listed, waiting()),
                day(4),
                null,
                null);
    }

    static ReminderFacts digestOf(int items) {
        List<Item> all = new ArrayList<>(List.of(reply(Occasion.REPLY)));
        IntStream.range(1, items)
                .mapToObj(i -> i % 2 == 0 ? call(Occasion.DUE) : waiting())
                .forEach(all::add);
        return new ReminderFacts(Occasion.DIGEST, "sample", GRACE, all, day(9), null, null);
    }

    static ReminderFacts reminder(Occasion occasion, Recipient to, List<Item> items) {
        return new ReminderFacts(occasion, "sample", to, items, null, null, null);
    }

    private static Day day(int overdueMore) {
        return new Day(
                TODAY,
                overdueMore,
                List.of(moved(HEDY, GRACE, TODAY.plusDays(1), 1), moved(CHIEN, GRACE, TODAY.plusDays(2), 6)),
                List.of(load(1, 4), load(2, 6), load(3, 2), load(6, 0), load(7, 3)),
                List.of(moved(
                        EMMY, new Recipient(id("alan"), "Alan Turing", null, "en", "UTC"), TODAY.plusDays(1), 7)));
    }

    private static ReminderFacts team() {
        UUID grace = GRACE.id();
        UUID alan = id("alan");
        UUID edsger = id("edsger");
        TeamWeekBegun told = new TeamWeekBegun(
                HEAD.id(),
                LocalDate.of(2026, 11, 23),
                MORNING,
                LocalDate.of(2026, 8, 24),
                LocalDate.of(2026, 11, 22),
                List.of(
                        new RepPersistence(grace, 14, List.of(14L, 13L, 12L, 10L, 9L, 7L, 6L), 1, 8),
                        new RepPersistence(alan, 11, List.of(11L, 9L, 6L, 4L, 2L, 1L, 1L), 5, 3),
                        new RepPersistence(edsger, 6, List.of(5L, 5L, 4L, 4L, 3L, 1L, 0L), 0, 2)),
                7,
                List.of(
                        new UnseenContact(HEDY.id(), alan, WhyNone.ENDED),
                        new UnseenContact(CHIEN.id(), grace, WhyNone.NOT_ENROLLED),
                        new UnseenContact(RADIA.id(), edsger, WhyNone.OWNER_ABSENT)),
                List.of(
                        new OverdueReply(
                                ADA.id(),
                                id("owed-1"),
                                alan,
                                MORNING.minusSeconds(200_000),
                                MORNING.minusSeconds(150_000)),
                        new OverdueReply(
                                EMMY.id(),
                                id("owed-2"),
                                alan,
                                MORNING.minusSeconds(90_000),
                                MORNING.minusSeconds(66_600))));
        Map<UUID, String> reps = Map.of(grace, "Grace Hopper", alan, "Alan Turing", edsger, "Edsger Dijkstra");
        Map<UUID, String> contacts = new LinkedHashMap<>();
        List.of(ADA, EMMY, HEDY, CHIEN, RADIA).forEach(person -> contacts.put(person.id(), person.name()));
        return new ReminderFacts(
                Occasion.TEAM, "sample", HEAD, List.of(), null, new TeamWeek(told, reps, contacts), null);
    }

    static Item reply(Occasion occasion) {
        Happened theirs = happened(
                Direction.INBOUND,
                Channel.EMAIL,
                Outcome.REPLIED,
                "2026-11-23T16:42:00Z",
                "Thank you for the two pages on thermal drift, they were just what Charles needed. Could you show us how the"
                        + " others solved it? We meet on Thursday.",
                null);
        Owed owed = new Owed("Grace Hopper", theirs.occurredAt(), Instant.parse("2026-11-24T11:42:00Z"));
        return item(
                occasion,
                ADA,
                touch(TouchpointKind.REPLY_OWED, null, Channel.EMAIL, Intent.ANSWER, null, List.of()),
                Stage.IN_TOUCH,
                theirs,
                theirs,
                owed);
    }

    static Item call(Occasion occasion) {
        Happened last = happened(
                Direction.OUTBOUND,
                Channel.EMAIL,
                Outcome.NONE,
                "2026-11-12T09:05:00Z",
                null,
                "The checklist for re-entry tables");
        return step(KATHERINE, occasion, 2, Channel.CALL, Intent.HELP, Stage.REACHING, last);
    }

    private static Item waiting() {
        Happened last = happened(
                Direction.INBOUND,
                Channel.CALL,
                Outcome.NOT_NOW,
                "2026-11-02T13:20:00Z",
                "Not before the audit is over. Ask me again when the leaves are down.",
                null);
        return step(EMMY, Occasion.OVERDUE_2, 5, Channel.EMAIL, Intent.INSIGHT, Stage.FADING, last);
    }

    private static Item thanks() {
        Happened met = happened(
                Direction.OUTBOUND,
                Channel.MEETING,
                Outcome.REPLIED,
                "2026-11-23T10:00:00Z",
                "She showed me the whole laboratory.",
                null);
        return item(
                Occasion.DUE,
                CHIEN,
                touch(
                        TouchpointKind.THANK_YOU,
                        null,
                        Channel.MESSAGE,
                        Intent.THANKS,
                        null,
                        List.of("The working day after your meeting on Mon 23 Nov")),
                Stage.CONNECTED,
                met,
                null,
                null);
    }

    static Item step(
            Person who, Occasion occasion, int step, Channel channel, Intent intent, Stage stage, Happened last) {
        return item(
                occasion,
                who,
                touch(
                        TouchpointKind.STEP,
                        step,
                        channel,
                        intent,
                        "Before you dial, have one thing to offer " + who.name().split(" ")[0]
                                + ": an answer you looked up, a template, half an hour of your time. Offer it first. Then listen,"
                                + " and write down in their words what occupies " + who.company() + " now.",
                        List.of("Eight working days after your email on Thu 12 Nov", "You do not work on Mondays")),
                stage,
                last,
                null,
                null);
    }

    private static Item listed(Item item) {
        return new Item(
                item.occasion(),
                item.due(),
                item.contact(),
                item.stage(),
                item.last(),
                item.lastTheirs(),
                item.owed(),
                false);
    }

    private static Item item(
            Occasion occasion,
            Person who,
            Touchpoint touchpoint,
            Stage stage,
            Happened last,
            Happened theirs,
            Owed owed) {
        TouchpointDue due = new TouchpointDue(
                who.id(), GRACE.id(), 1, touchpoint.step() == null ? null : 7, MORNING, null, null, null, touchpoint);
        return new Item(occasion, due, who, stage, last, theirs, owed, true);
    }

    private static Touchpoint touch(
            TouchpointKind kind, Integer step, Channel channel, Intent intent, String guidance, List<String> reasons) {
        return new Touchpoint(
                UUID.randomUUID(),
                step,
                kind,
                TouchpointState.DUE,
                channel,
                intent,
                guidance,
                TODAY,
                reasons.stream()
                        .map(text -> new Reason(ReasonCode.GAP, Map.of(), text))
                        .toList(),
                null,
                GRACE.id());
    }

    private static Happened happened(
            Direction direction, Channel channel, Outcome outcome, String at, String note, String gave) {
        return new Happened(
                UUID.randomUUID(),
                GRACE.id(),
                "Grace Hopper",
                direction,
                channel,
                outcome,
                Instant.parse(at),
                gave,
                note);
    }

    private static MovedTouch moved(Person who, Recipient whose, LocalDate to, int days) {
        return new MovedTouch(UUID.randomUUID(), who.name(), who.company(), whose.name(), TODAY, to, days);
    }

    private static DayLoad load(int inDays, int planned) {
        return new DayLoad(TODAY.plusDays(inDays), planned);
    }

    private static Person person(String name, String title, String company, String zone) {
        String address = name.toLowerCase().replaceAll("[^a-z]+", ".") + "@"
                + company.toLowerCase().replaceAll("[^a-z]+", "-");
        return new Person(id(name), name, address + ".example", "+44 20 7946 0018", company, title, zone, false);
    }

    private static UUID id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
