package io.sevenfold.notifier.mail;

import static io.sevenfold.notifier.mail.MailWords.count;

import io.sevenfold.events.RepPersistence;
import io.sevenfold.events.TeamWeekBegun;
import io.sevenfold.notifier.mail.MailContent.Persistence;
import io.sevenfold.notifier.mail.MailContent.Reached;
import io.sevenfold.notifier.mail.MailContent.Section;
import io.sevenfold.notifier.mail.MailContent.Week;
import io.sevenfold.notifier.mail.ReminderFacts.TeamWeek;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Shows how far a team stays with people (principle 1): a picture of all, and the numbers of each. */
final class TeamPersistence {

    private static final String PICTURE = "persistence@sevenfold";
    private static final int STEPS = 7;
    private static final List<String> ORDINALS = List.of("1st", "2nd", "3rd", "4th", "5th", "6th", "7th");

    private final Letter letter;
    private final TeamWeek team;
    private final TeamWeekBegun told;
    private final RepPersistence all;

    TeamPersistence(Letter letter, TeamWeek team) {
        this.letter = letter;
        this.team = team;
        this.told = team.told();
        this.all = new RepPersistence(
                null,
                sum(told.persistence().stream().map(RepPersistence::started)),
                IntStream.range(0, STEPS)
                        .mapToObj(step -> sum(told.persistence().stream().map(rep -> reached(rep, step))))
                        .toList(),
                sum(told.persistence().stream().map(RepPersistence::gaveUp)),
                sum(told.persistence().stream().map(RepPersistence::replied)));
    }

    Section section() {
        String heading = "How far we stay with people";
        String period = letter.time().date(told.from()) + " to " + letter.time().date(told.to());
        if (all.started() == 0) {
            return Section.of(heading, "Nobody was newly followed up from " + period + ".");
        }
        return Section.of(
                        heading,
                        "Of those whom the team began to follow up from " + period
                                + ", so many were contacted once, twice, and so on to seven times.")
                .with(new Week(PICTURE, alt(), ORDINALS, lines()));
    }

    Map<String, byte[]> pictures() {
        return all.started() == 0 ? Map.of() : Map.of(PICTURE, new BarChart(all.reached(), all.started()).png());
    }

    private String alt() {
        return "Bars, ever fewer: of " + count(all.started(), "person", "people") + " "
                + IntStream.range(0, STEPS)
                        .mapToObj(step -> all.reached().get(step) + " had a " + ORDINALS.get(step) + " touch")
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private List<Persistence> lines() {
        return Stream.concat(
                        Stream.of(line("The team", all)),
                        told.persistence().stream()
                                .filter(rep -> rep.started() > 0)
                                .map(rep -> line(TeamMail.name(team.repNames(), rep.repId(), "A colleague"), rep)))
                .toList();
    }

    private static Persistence line(String name, RepPersistence rep) {
        return new Persistence(
                name,
                IntStream.range(0, STEPS)
                        .mapToObj(step -> shaded(reached(rep, step), rep.started()))
                        .toList(),
                rep.started() + " started, " + rep.replied() + " wrote back, " + rep.gaveUp() + " given up early");
    }

    private static Reached shaded(long count, long started) {
        return new Reached(count, started == 0 ? 0 : (int) Math.ceil(4.0 * count / started));
    }

    private static long reached(RepPersistence rep, int step) {
        return step < rep.reached().size() ? rep.reached().get(step) : 0;
    }

    private static long sum(Stream<Long> numbers) {
        return numbers.mapToLong(Long::longValue).sum();
    }
}
