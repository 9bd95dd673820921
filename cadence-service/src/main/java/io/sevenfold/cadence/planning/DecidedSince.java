package io.sevenfold.cadence.planning;

import static java.util.stream.Collectors.toSet;

import io.sevenfold.cadence.planning.Plan.Enrolled;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What was decided about an enrollment that followed by itself and was corrected away since: what would have been stands, unless a
 * person ended it (P11).
 */
final class DecidedSince {

    private DecidedSince() {}

    /** The same situation where there is nothing of the kind; else one in which those ends are of what was active then instead. */
    static Situation heeded(Situation situation, Plan plan) {
        Set<UUID> known =
                plan.enrollments().stream().map(it -> it.enrollment().id()).collect(toSet());
        List<Decision> decisions = situation.decisions().stream()
                .map(it -> isEndOfNone(it, known) ? endOfActive(it, plan) : it)
                .toList();
        return decisions.equals(situation.decisions()) ? situation : situation.deciding(decisions);
    }

    private static boolean isEndOfNone(Decision it, Set<UUID> known) {
        return it.kind() == Decision.Kind.END && !known.contains(it.enrollmentId());
    }

    private static Decision endOfActive(Decision it, Plan plan) {
        return plan.enrollments().stream()
                .filter(enrolled -> wasActive(enrolled, it))
                .findFirst()
                .map(enrolled -> it.about(enrolled.enrollment().id()))
                .orElse(it);
    }

    private static boolean wasActive(Enrolled enrolled, Decision it) {
        return enrolled.enrollment().covers(it.at())
                && (enrolled.end() == null || it.at().isBefore(enrolled.end().at()));
    }
}
