package io.sevenfold.cadence.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.sevenfold.events.ReasonCode;
import io.sevenfold.events.TouchpointState;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
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
            RepCalendar calendar = history.story().situation().calendar();
            LocalDate earliest = calendar.earliestFrom(history.now());
            for (PlannedTouchpoint step : plan(history, history.story()).touchpoints()) {
                if (step.state() == TouchpointState.PLANNED && step.dueOn() != null) {
                    assertFalse(step.dueOn().isBefore(earliest), step + " is in the past");
                    assertTrue(calendar.isWorkingDay(step.dueOn()), step + " is on a day off");
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

    static void always(Consumer<RandomHistory> law) {
        for (long seed = 0; seed < HISTORIES; seed++) {
            RandomHistory history = RandomHistory.of(seed);
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
