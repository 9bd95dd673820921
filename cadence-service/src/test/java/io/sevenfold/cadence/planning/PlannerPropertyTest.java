package io.sevenfold.cadence.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.sevenfold.events.Absence;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Purpose;
import io.sevenfold.events.ReasonCode;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.events.TouchpointState;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds for any history. One that breaks a law is shrunk by leaving lines out, and printed with its seed. */
@Timeout(120)
class PlannerPropertyTest {

    private static final int HISTORIES = 1_000;

    @Test
    void arrivalOrderAndDuplicatesChangeNothing() {
        // P1
        always(history -> {
            Story story = history.story();
            Plan plan = plan(history, story);
            story.interactions.addAll(List.copyOf(story.interactions));
            story.decisions.addAll(List.copyOf(story.decisions));
            Collections.shuffle(story.interactions, new Random(1));
            Collections.shuffle(story.decisions, new Random(2));
            assertEquals(plan, plan(history, story));
        });
    }

    @Test
    void nothingIsPlannedInThePastOrOnADayOff() {
        // T2, T5
        always(history -> {
            Situation situation = history.story().situation();
            for (PlannedTouchpoint step : plan(history, history.story()).touchpoints()) {
                if (step.state() == TouchpointState.PLANNED && step.dueOn() != null) {
                    RepCalendar calendar = calendar(situation, step.repId());
                    LocalDate earliest = calendar.earliestFrom(history.now());
                    assertFalse(step.dueOn().isBefore(earliest), step + " is in the past");
                    assertTrue(calendar.isWorkingDay(step.dueOn()), step + " is on a day off");
                }
            }
        });
    }

    @Test
    void theCoverDoesWhatFallsInTheAbsenceAndNothingElse() {
        // P9
        always(history -> {
            Situation situation = history.story().situation();
            RepCalendar owner = situation.calendar();
            for (PlannedTouchpoint it : plan(history, history.story()).touchpoints()) {
                if (it.state().isOpen() && it.kind() != TouchpointKind.REPLY_OWED && it.dueOn() != null) {
                    Absence absence = owner.absences().on(it.dueOn());
                    assertEquals(absence == null ? owner.repId() : absence.coverRepId(), it.repId());
                }
            }
        });
    }

    @Test
    void nothingIsDueWithWhoIsAway() {
        // P9: nobody but the cover is known here, so that a reply may be left to nobody
        always(history -> {
            Situation situation = history.story().situation();
            Duty duty = new Duty(situation.calendar(), situation.colleagues(), history.now());
            for (PlannedTouchpoint it : plan(history, history.story()).touchpoints()) {
                boolean nobodys = it.kind() == TouchpointKind.REPLY_OWED && duty.answering() == null;
                if (it.state() == TouchpointState.DUE && !nobodys) {
                    RepCalendar rep = calendar(situation, it.repId());
                    boolean away = rep.absences().on(rep.dateOf(history.now())) != null;
                    assertFalse(away && it.kind() != TouchpointKind.REPLY_OWED, it + " is due in an absence");
                }
            }
        });
    }

    @Test
    void whatTheDayReleasesIsDueAtOnce() {
        // P5, P9: else it would be released again and again
        always(history -> {
            Situation situation = history.story().situation();
            for (PlannedTouchpoint it : plan(history, history.story()).touchpoints()) {
                RepCalendar rep = it.repId() == null ? null : calendar(situation, it.repId());
                if (it.next()
                        && it.state() == TouchpointState.PLANNED
                        && it.dueOn().equals(rep.dateOf(history.now()))) {
                    Story story = history.story().released(it.id(), it.dueOn().toString(), it.repId(), it.basis());
                    PlannedTouchpoint released = plan(history, story).touchpoints().stream()
                            .filter(other -> other.id().equals(it.id()))
                            .findFirst()
                            .orElseThrow();
                    assertEquals(TouchpointState.DUE, released.state());
                    assertEquals(it.repId(), released.repId());
                }
            }
        });
    }

    @Test
    void openStepsNeverGoBackwards() {
        // P3
        always(history -> {
            PlannedTouchpoint before = null;
            for (PlannedTouchpoint step : openSteps(history)) {
                if (before != null) {
                    assertFalse(before.dueOn() == null && step.dueOn() != null, step + " counts from no date");
                    assertFalse(
                            step.dueOn() != null && step.dueOn().isBefore(before.dueOn()),
                            step + " is before " + before);
                }
                before = step;
            }
        });
    }

    @Test
    void onlyTheEarliestOpenStepIsNextOrDueAndNoneWhileThePlanWaits() {
        // P5, T6
        always(history -> {
            Plan plan = plan(history, history.story());
            List<PlannedTouchpoint> open = openSteps(history);
            for (PlannedTouchpoint step : open) {
                boolean mayBe = plan.waitingFor() == null && step == open.get(0);
                assertTrue(mayBe || !step.next(), step + " is next");
                assertTrue(mayBe || step.state() == TouchpointState.PLANNED, step + " is due");
            }
        });
    }

    @Test
    void atMostOneStepIsNextAndWhatIsNextHasABasis() {
        // P5, T1
        always(history -> {
            List<PlannedTouchpoint> next = plan(history, history.story()).touchpoints().stream()
                    .filter(PlannedTouchpoint::next)
                    .toList();
            assertTrue(next.stream().filter(it -> it.step() != null).count() <= 1, next + " are next");
            next.forEach(it -> assertNotNull(it.basis(), it + " has no basis"));
        });
    }

    @Test
    void noTouchpointIsThereTwice() {
        always(history -> {
            List<UUID> ids = plan(history, history.story()).touchpoints().stream()
                    .map(PlannedTouchpoint::id)
                    .toList();
            assertEquals(ids.stream().distinct().toList(), ids);
        });
    }

    @Test
    void aConnectCadenceShowsEachStepOnceAndOneThatRepeatsOneOpenRound() {
        // P3, principle 1
        always(history -> {
            Plan plan = plan(history, history.story());
            for (Plan.Enrolled enrolled : plan.enrollments()) {
                Cadence cadence = enrolled.enrollment().cadence();
                List<PlannedTouchpoint> steps = Story.steps(plan).stream()
                        .filter(it -> enrolled.enrollment().id().equals(it.enrollmentId()))
                        .toList();
                int size = cadence.steps().size();
                if (cadence.version() > 1) {
                    continue; // a version that was applied goes on where the first one stood: P7ApplyTest
                }
                assertEquals(0, steps.size() % size, enrolled.toString());
                if (!cadence.repeats()) {
                    assertEquals(size, steps.size());
                }
                assertTrue(steps.subList(0, steps.size() - size).stream()
                        .noneMatch(it -> it.state().isOpen()));
            }
        });
    }

    @Test
    void onlyThePresentEnrollmentIsActiveAndEachStartsWhereTheOneBeforeHadEnded() {
        // P11, and that a chain of them ends
        always(history -> {
            Story story = history.story();
            List<Plan.Enrolled> enrollments = plan(history, story).enrollments();
            assertTrue(
                    enrollments.size()
                            <= story.interactions.size()
                                    + story.decisions.size()
                                    + story.situation().started().size(),
                    "there are " + enrollments.size());
            for (int i = 1; i < enrollments.size(); i++) {
                Plan.End end = enrollments.get(i - 1).end();
                assertNotNull(end);
                assertFalse(enrollments.get(i).enrollment().startedAt().isBefore(end.at()));
                assertTrue(enrollments.get(i).enrollment().origin() != Enrollment.Origin.FIRST_OWNER);
            }
        });
    }

    @Test
    void whatIsClosedStaysClosedWhenTimePasses() {
        // P6
        always(history -> {
            Situation situation = history.story().situation();
            List<PlannedTouchpoint> closed =
                    new ArrayList<>(Planner.plan(situation, history.now()).touchpoints());
            closed.removeIf(it -> it.state().isOpen());
            for (int days : new int[] {1, 10, 400}) {
                Plan later = Planner.plan(situation, history.now().plus(Duration.ofDays(days)));
                assertTrue(later.touchpoints().containsAll(closed), days + " days later something is no longer closed");
            }
        });
    }

    @Test
    void whatWasDoneOrSkippedStaysWhateverHappensLater() {
        // P6
        always(history -> {
            List<PlannedTouchpoint> closed =
                    new ArrayList<>(plan(history, history.story()).touchpoints());
            closed.removeIf(it -> it.state() != TouchpointState.DONE && it.state() != TouchpointState.SKIPPED);
            String soon = history.now().plus(Duration.ofHours(1)).toString();
            String later = history.now().plus(Duration.ofHours(2)).toString();
            for (Outcome outcome : Outcome.values()) {
                Story story = history.story()
                        .inbound(soon, outcome)
                        .outbound(soon, outcome)
                        .lifted(later);
                Plan plan = Planner.plan(story.situation(), history.now().plus(Duration.ofDays(1)));
                assertTrue(plan.touchpoints().containsAll(closed), outcome + " changes what was before");
            }
            Story decided = history.story();
            decided.pause(soon, soon.substring(0, 10))
                    .applied(soon, decided.versionWithout(1), null)
                    .optOut(soon)
                    .end(later, "Enough")
                    .lifted(later);
            Plan plan = Planner.plan(decided.situation(), history.now().plus(Duration.ofDays(1)));
            assertTrue(plan.touchpoints().containsAll(closed), "a decision changes what was before");
        });
    }

    @Test
    void aCorrectionLeavesThePlanThatWouldHaveBeen() {
        // P1, P6
        always(history -> {
            Story story = history.story();
            Plan plan = plan(history, story);
            List<Interaction> interactions = List.copyOf(story.interactions);
            for (Interaction it : interactions) {
                String date =
                        LocalDate.ofInstant(it.occurredAt(), ZoneOffset.UTC).toString();
                int index = story.interactions.indexOf(it);
                story.corrected(index, history.now().toString(), Outcome.WON, date);
                plan(history, story);
                story.interactions.remove(story.interactions.size() - 1);
                assertEquals(without(history, it, interactions), plan(history, story), "removed " + it);
                story.interactions.add(it);
            }
            assertEquals(plan, plan(history, story));
        });
    }

    private static Plan without(RandomHistory history, Interaction gone, List<Interaction> interactions) {
        Story story = history.story();
        story.interactions.clear();
        interactions.stream().filter(it -> it != gone).forEach(story.interactions::add);
        return plan(history, story);
    }

    @Test
    void aConnectCadenceHasFiveToSevenTouchesUnlessItEndsEarly() {
        // Principle 1: done, skipped and open together; only an outcome, a decision or another enrollment ends it
        // before
        always(RandomHistory::inConnect, history -> {
            Story story = history.story();
            Plan plan = plan(history, story);
            boolean wrongPerson = story.interactions.stream().anyMatch(it -> it.outcome() == Outcome.WRONG_PERSON);
            for (Plan.Enrolled it : plan.enrollments()) {
                EndReason end = it.end() == null ? null : it.end().reason();
                boolean early = end != null && end != EndReason.COMPLETED && end != EndReason.SKIPPED;
                if (it.enrollment().cadence().purpose() == Purpose.CONNECT && !early && !wrongPerson) {
                    long touches = Story.steps(plan).stream()
                            .filter(step -> it.enrollment().id().equals(step.enrollmentId()))
                            .filter(step -> step.state() != TouchpointState.CANCELLED)
                            .count();
                    assertTrue(touches >= 5 && touches <= 7, it + " has " + touches + " touches");
                }
            }
        });
    }

    @Test
    void everyPlanComesInBoundedTimeWhateverTheCalendar() {
        // One without a working day is refused where a rep is saved; here it is not looped over all the same
        List<RepBuilder> owners = List.of(
                RepBuilder.in("Europe/Berlin").days(),
                RepBuilder.in("Europe/Berlin").absent("2026-01-01", "9999-12-31", RandomHistory.COVER),
                RepBuilder.in("Europe/Berlin").days(DayOfWeek.SUNDAY).absent("2026-03-02", "9999-12-31"),
                alwaysAwayAgain());
        RepBuilder cover =
                RepBuilder.in("Pacific/Apia").named("Carl", RandomHistory.COVER).days();
        always(history -> {
            for (RepBuilder owner : owners) {
                Story story = history.story().owner(owner).colleague(cover);
                Plan plan = assertTimeout(Duration.ofSeconds(2), () -> plan(history, story));
                assertNotNull(plan);
            }
        });
    }

    private static RepBuilder alwaysAwayAgain() {
        RepBuilder owner = RepBuilder.in("America/New_York").region("US-NY");
        for (LocalDate day = LocalDate.of(2026, 2, 1); day.getYear() < 2028; day = day.plusDays(2)) {
            owner.absent(day.toString(), day.plusDays(1).toString(), RandomHistory.COVER);
        }
        return owner;
    }

    @Test
    void noInteractionDoesTwoSteps() {
        always(history -> {
            List<PlannedTouchpoint> done = Story.steps(plan(history, history.story())).stream()
                    .filter(it -> it.state() == TouchpointState.DONE)
                    .toList();
            assertEquals(
                    done.size(),
                    done.stream().map(PlannedTouchpoint::closedBy).distinct().count());
        });
    }

    @Test
    void everyDateHasItsReasonsInOrder() {
        // P4
        always(history -> {
            for (PlannedTouchpoint step : openSteps(history)) {
                List<ReasonCode> codes =
                        step.reasons().stream().map(it -> it.code()).toList();
                assertEquals(codes.stream().sorted().toList(), codes);
                assertTrue(
                        step.dueOn() == null || codes.get(0) == ReasonCode.GAP || codes.contains(ReasonCode.DECIDED),
                        step + " has no gap, and nobody decided on its date");
                step.reasons().forEach(it -> assertFalse(it.text().isBlank()));
            }
        });
    }

    @Test
    void anEndedEnrollmentHasNoOpenStepAndAnActiveOneHas() {
        // P2
        always(history -> {
            Plan plan = plan(history, history.story());
            if (openSteps(history).isEmpty()) {
                assertNotNull(plan.end());
            } else {
                assertNull(plan.end());
            }
        });
    }

    private static RepCalendar calendar(Situation situation, UUID rep) {
        return rep.equals(situation.calendar().repId())
                ? situation.calendar()
                : situation.colleagues().calendars().get(rep);
    }

    static void always(Consumer<RandomHistory> law) {
        always(RandomHistory::of, law);
    }

    private static void always(LongFunction<RandomHistory> histories, Consumer<RandomHistory> law) {
        for (long seed = 0; seed < HISTORIES; seed++) {
            RandomHistory history = histories.apply(seed);
            Throwable broken = broken(law, history);
            if (broken != null) {
                RandomHistory smallest = shrunk(law, history);
                fail("Seed " + seed + ": " + broken(law, smallest) + "\n" + smallest, broken);
            }
        }
    }

    private static Throwable broken(Consumer<RandomHistory> law, RandomHistory history) {
        try {
            law.accept(history);
            return null;
        } catch (AssertionError | RuntimeException e) {
            return e;
        }
    }

    private static RandomHistory shrunk(Consumer<RandomHistory> law, RandomHistory history) {
        for (RandomHistory.Line line : history.lines()) {
            RandomHistory smaller = history.without(line);
            if (broken(law, smaller) != null) {
                return shrunk(law, smaller);
            }
        }
        return history;
    }

    private static Plan plan(RandomHistory history, Story story) {
        return Planner.plan(story.situation(), history.now());
    }

    private static List<PlannedTouchpoint> openSteps(RandomHistory history) {
        return Story.steps(plan(history, history.story())).stream()
                .filter(it -> it.state().isOpen())
                .toList();
    }
}
