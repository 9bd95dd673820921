package io.sevenfold.contacts.rep;

import io.sevenfold.rest.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What the domain asks of a rep beyond single values (T2, T4, P9). Read under the lock of all reps of the workspace. */
final class RepRules {

    private static final int LAST_YEAR = 9999;

    private RepRules() {}

    /**
     * What somebody else changed since does not stand in the way of another change: only what is new here is held against the other
     * reps.
     *
     * @param before what was said of the rep so far; null for a new one
     * @throws ProblemException 422 with the rule, or {@code unknown-rep}
     */
    static void check(String workspace, UUID id, RepFields before, RepFields rep) {
        if (rep.workingDays().isEmpty()) {
            throw ProblemException.rule("T2", "workingDays", "A rep works on one weekday at least.");
        }
        if (rep.workingHours().from().equals(rep.workingHours().to())) {
            throw ProblemException.rule(
                    "T4", "workingHours", "Working hours that start and end at the same time are none.");
        }
        if (before == null || !Objects.equals(before.managerId(), rep.managerId())) {
            checkManager(workspace, id, rep.managerId());
        }
        List<Absence> absences = rep.absences();
        for (int i = 0; i < absences.size(); i++) {
            checkDates(absences, i);
            if (before == null || !before.absences().contains(absences.get(i))) {
                checkCover(workspace, id, absences.get(i), "absences[" + i + "].coverRepId");
            }
        }
    }

    private static void checkManager(String workspace, UUID id, UUID manager) {
        if (id.equals(manager)) {
            throw ProblemException.rule("P9", "managerId", "Nobody is their own manager.");
        }
        Reps.require(workspace, manager, "managerId");
        if (manager != null && Rep.isUnder(workspace, manager, id)) {
            throw ProblemException.rule("P9", "managerId", "This rep manages the one named, be it through others.");
        }
    }

    private static void checkDates(List<Absence> absences, int i) {
        Absence absence = absences.get(i);
        if (absence.from().isBefore(LocalDate.EPOCH) || absence.to().getYear() > LAST_YEAR) {
            throw ProblemException.invalid("absences[" + i + "]", "must be in the years 1970 to " + LAST_YEAR);
        }
        if (absence.to().isBefore(absence.from())) {
            throw ProblemException.rule("T2", "absences[" + i + "].to", "An absence ends on or after its first date.");
        }
        if (i > 0 && absence.overlaps(absences.get(i - 1))) {
            throw ProblemException.rule(
                    "T2",
                    "absences[" + i + "].from",
                    "The absence from " + absence.from() + " overlaps the one from "
                            + absences.get(i - 1).from() + ".");
        }
    }

    /**
     * Who is named as cover is there all that time; so nobody covers in a circle either, for its last absence would name somebody
     * away. One who covers already may go away all the same: the touches then wait until the absence is over (P9).
     */
    private static void checkCover(String workspace, UUID id, Absence absence, String field) {
        UUID cover = absence.coverRepId();
        if (cover == null) {
            return;
        }
        if (cover.equals(id)) {
            throw ProblemException.rule("P9", field, "Nobody covers for themselves.");
        }
        Reps.require(workspace, cover, field);
        Rep.at(workspace, cover).stream()
                .flatMap(rep -> rep.absences.stream())
                .filter(absence::overlaps)
                .findFirst()
                .ifPresent(away -> {
                    throw ProblemException.rule(
                            "P9",
                            field,
                            "The cover is away from " + away.from() + " to " + away.to()
                                    + (id.equals(away.coverRepId()) ? ", covered by this very rep." : "."));
                });
    }
}
