package io.sevenfold.cadence.planning;

import static java.util.stream.Collectors.joining;

import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Purpose;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A history made up from a seed: an owner, a cadence, an asking instant, and what happened, line by line, each of which can be left out. */
record RandomHistory(String owner, Supplier<Story> beginning, Instant now, List<Line> lines) {

    private static final Instant START = Instant.parse("2026-02-20T00:00:00Z");
    private static final int HOURS = 24 * 80;
    static final UUID COVER = new UUID(1, 2);

    /** Something that happened, in words and told. */
    record Line(String words, Consumer<Story> telling) {}

    static RandomHistory of(long seed) {
        return of(seed, 1, Purpose.CONNECT, Purpose.CONNECT, Purpose.CONNECT, Purpose.CARE);
    }

    /** In a cadence of five to seven steps (principle 1). */
    static RandomHistory inConnect(long seed) {
        return of(seed, 5, Purpose.CONNECT);
    }

    private static RandomHistory of(long seed, int leastSteps, Purpose... purposes) {
        Random random = new Random(seed);
        Instant enrolled = START.plus(random.nextInt(HOURS / 2), ChronoUnit.HOURS);
        Instant now = enrolled.plus(random.nextInt(HOURS * 60), ChronoUnit.MINUTES);
        String zone = any(
                random,
                "Europe/Berlin",
                "Asia/Tokyo",
                "Pacific/Auckland",
                "America/Los_Angeles",
                "Australia/Lord_Howe",
                "UTC");
        String[] hours = any(
                random, new String[] {"09:00", "17:00"}, new String[] {"22:00", "06:00"}, new String[] {"16:00", "00:00"
                });
        DayOfWeek[] days = IntStream.range(0, 1 + random.nextInt(7))
                .mapToObj(it -> DayOfWeek.of(1 + random.nextInt(7)))
                .distinct()
                .toArray(DayOfWeek[]::new);
        String region = any(random, null, "DE-BY", "US-NY", "NZ");
        LocalDate away = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(random.nextInt(30) - 10);
        LocalDate back = away.plusDays(random.nextInt(8) == 0 ? 5_000 : random.nextInt(20));
        UUID covers = any(random, null, COVER, COVER);
        LocalDate awayAgain = back.plusDays(1 + random.nextInt(5));
        LocalDate backAgain = awayAgain.plusDays(random.nextInt(10));
        UUID coversAgain = any(random, null, COVER);
        String coversZone = any(random, zone, "Pacific/Auckland", "America/Los_Angeles", "Europe/Berlin");
        DayOfWeek[] coversDays = any(random, days, DayOfWeek.values(), new DayOfWeek[] {DayOfWeek.FRIDAY});
        LocalDate coverAway = away.plusDays(random.nextInt(20) - 5);
        LocalDate coverBack = coverAway.plusDays(random.nextInt(8));
        int[] gaps =
                random.ints(leastSteps + random.nextInt(8 - leastSteps), 0, 9).toArray();
        FollowOns followOns = random.nextBoolean() ? FollowOnTest.FOLLOW_ONS : FollowOns.NONE;
        Purpose purpose = any(random, purposes);
        Supplier<Story> beginning = () -> Story.of(RepBuilder.in(zone)
                        .hours(hours[0], hours[1])
                        .days(days)
                        .region(region)
                        .absent(away.toString(), back.toString(), covers)
                        .absent(awayAgain.toString(), backAgain.toString(), coversAgain))
                .colleague(RepBuilder.in(coversZone)
                        .named("Carl", COVER)
                        .hours(hours[0], hours[1])
                        .days(coversDays)
                        .absent(coverAway.toString(), coverBack.toString()))
                .gaps(gaps)
                .intents(Arrays.copyOf(Story.INTENTS, gaps.length))
                .following(followOns)
                .purpose(purpose)
                .enrolled(enrolled.toString());
        String owner =
                "%s %s %s %s, away %s to %s (%s) and %s to %s (%s); cover %s %s, away %s to %s; %s gaps %s, enrolled %s, %s"
                        .formatted(
                                zone,
                                List.of(hours),
                                List.of(days),
                                region,
                                away,
                                back,
                                covers,
                                awayAgain,
                                backAgain,
                                coversAgain,
                                coversZone,
                                List.of(coversDays),
                                coverAway,
                                coverBack,
                                purpose,
                                Arrays.toString(gaps),
                                enrolled,
                                followOns);
        List<Line> lines = new ArrayList<>();
        for (int i = random.nextInt(16); i > 0; i--) {
            lines.add(line(random, enrolled, now, gaps.length));
        }
        return new RandomHistory(owner, beginning, now, lines);
    }

    private static Line line(Random random, Instant enrolled, Instant now, int steps) {
        long minutes = Duration.between(START, now).toMinutes();
        // some share an instant, and some a date
        Instant at = START.plus((long) (random.nextDouble() * minutes) / 60 * 60, ChronoUnit.MINUTES);
        String time = at.toString();
        String decided = (at.isBefore(enrolled) ? enrolled : at).toString();
        String day = LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
        String later = LocalDate.ofInstant(at, ZoneOffset.UTC)
                .plusDays(random.nextInt(25))
                .toString();
        int number = 1 + random.nextInt(steps);
        UUID step = Story.step(number);
        return switch (random.nextInt(26)) {
            case 0, 1, 2 -> {
                Outcome outcome = any(random, Outcome.values());
                yield new Line("outbound %s %s".formatted(time, outcome), story -> story.outbound(time, outcome));
            }
            case 3, 4 ->
                new Line(
                        "outbound %s NONE, naming step %d".formatted(time, number),
                        story -> story.outbound(time, Outcome.NONE, step));
            case 5 -> new Line("inbound %s REPLIED".formatted(time), story -> story.inbound(time, Outcome.REPLIED));
            case 6 ->
                new Line(
                        "outbound %s NOT_NOW until %s".formatted(time, later),
                        story -> story.until(Direction.OUTBOUND, time, Outcome.NOT_NOW, later));
            case 7 ->
                new Line(
                        "inbound %s AUTO_REPLY until %s".formatted(time, later),
                        story -> story.until(Direction.INBOUND, time, Outcome.AUTO_REPLY, later));
            case 8 ->
                new Line(
                        "skip of step %d %s, due %s".formatted(number, decided, later),
                        story -> story.skip(step, decided, later));
            case 9 ->
                new Line(
                        "snooze of step %d %s until %s".formatted(number, decided, later),
                        story -> story.snooze(step, decided, later));
            case 10, 11 -> {
                Direction direction = any(random, Direction.values());
                String recorded =
                        random.nextInt(4) == 0 ? at.plus(15, ChronoUnit.DAYS).toString() : time;
                yield new Line(
                        "%s %s MEETING_BOOKED for %s, recorded %s".formatted(direction, time, later, recorded),
                        story -> story.booked(direction, time, later, recorded));
            }
            case 12 -> {
                Outcome outcome = any(random, Outcome.MEETING_CANCELLED, Outcome.NO_SHOW, Outcome.WRONG_PERSON);
                yield new Line("inbound %s %s".formatted(time, outcome), story -> story.inbound(time, outcome));
            }
            case 13 -> {
                Direction direction = any(random, Direction.values());
                Outcome outcome = any(random, Outcome.WON, Outcome.LOST);
                yield new Line(
                        "%s %s %s".formatted(direction, time, outcome),
                        story -> story.until(direction, time, outcome, day));
            }
            case 14 ->
                new Line("what is next released %s, as it is then".formatted(day), story -> story.releasedNext(day));
            case 15 -> {
                UUID rep = any(random, new UUID(1, 1), COVER);
                yield new Line(
                        "step %d released %s to %s".formatted(number, day, rep),
                        story -> story.released(step, day, rep, null));
            }
            case 16 -> new Line("paused %s until %s".formatted(decided, later), story -> story.pause(decided, later));
            case 17 -> new Line("resumed %s".formatted(decided), story -> story.resume(decided));
            case 18 -> new Line("ended %s".formatted(decided), story -> story.end(decided, "Enough"));
            case 19 ->
                new Line(
                        "step %d rescheduled %s to %s".formatted(number, decided, later),
                        story -> story.reschedule(step, decided, later));
            case 20 -> {
                UUID anew = new UUID(3, 100 + random.nextInt(1_000_000));
                Purpose purpose = any(random, Purpose.values());
                yield new Line(
                        "enrolled anew %s, %s".formatted(decided, purpose),
                        story -> story.enrolledAnew(anew, decided, purpose));
            }
            case 21 -> {
                boolean due = random.nextBoolean();
                yield new Line(
                        "a version whose step %d is another applied %s, %s"
                                .formatted(number, decided, due ? "due then" : "not due"),
                        story -> story.applied(decided, story.versionWithout(number), due ? step : null));
            }
            case 22 -> new Line("opted out %s".formatted(time), story -> story.optOut(time));
            case 23 -> new Line("lifted %s".formatted(time), story -> story.lifted(time));
            case 24 -> new Line("no answer needed %s".formatted(time), story -> story.noAnswerNeeded(time));
            default -> {
                UUID rep = any(random, new UUID(1, 1), COVER);
                yield new Line(
                        "step %d passed over %s by %s".formatted(number, day, rep),
                        story -> story.passedOver(step, day, rep));
            }
        };
    }

    @SafeVarargs
    private static <T> T any(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    Story story() {
        Story story = beginning.get();
        lines.forEach(line -> line.telling().accept(story));
        return story;
    }

    RandomHistory without(Line line) {
        List<Line> left = new ArrayList<>(lines);
        left.remove(line);
        return new RandomHistory(owner, beginning, now, left);
    }

    @Override
    public String toString() {
        return owner + "\n"
                + lines.stream().map(line -> "  " + line.words() + "\n").collect(joining()) + "asked " + now;
    }
}
