package io.sevenfold.cadence.planning;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import io.sevenfold.cadence.planning.Strength.Given;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How connected a contact is (S1, S2): a pure function of what happened, of whether they may be contacted and of the asking instant.
 *
 * @param since when it came to this stage; null: it never was at another, or nothing says when they were closed
 * @param given what gives the strength, the most first
 * @param changesAt when stage or strength becomes another by time alone; null: never
 */
public record StageAndStrength(Stage stage, Instant since, int strength, List<Given> given, Instant changesAt) {

    /** @param plan the contact's at that instant: its cadence says how long a silence is expected */
    public static StageAndStrength of(Situation situation, Plan plan, boolean doNotContact, Instant now) {
        Cadence cadence =
                plan.current() == null ? null : plan.current().enrollment().cadence();
        return of(situation, StageHistory.expectedInterval(cadence), doNotContact, now);
    }

    static StageAndStrength of(Situation situation, Duration interval, boolean doNotContact, Instant now) {
        List<Interaction> interactions = situation.interactions().stream()
                .sorted(comparing(Interaction::occurredAt).thenComparing(Interaction::id))
                .toList();
        StageHistory history = StageHistory.of(interactions, interval, now);
        Strength strength = Strength.of(interactions, situation);
        return new StageAndStrength(
                doNotContact ? Stage.CLOSED : history.stage(),
                doNotContact ? closedAt(situation) : history.since(),
                strength.at(now),
                strength.given(now),
                earlier(doNotContact ? null : history.changesAt(), strength.changesAt(now)));
    }

    private static Instant closedAt(Situation situation) {
        Stream<Instant> nevers =
                situation.interactions().stream().filter(OptOut::isWhole).map(Interaction::occurredAt);
        Stream<Instant> decisions = situation.decisions().stream()
                .filter(it -> it.kind() == Decision.Kind.OPT_OUT)
                .map(Decision::at);
        return Stream.concat(nevers, decisions).max(naturalOrder()).orElse(null);
    }

    private static Instant earlier(Instant one, Instant other) {
        return Stream.of(one, other)
                .filter(Objects::nonNull)
                .min(naturalOrder())
                .orElse(null);
    }
}
