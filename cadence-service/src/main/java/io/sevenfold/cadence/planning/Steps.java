package io.sevenfold.cadence.planning;

import static java.util.stream.Collectors.toSet;

import io.sevenfold.events.EndReason;
import io.sevenfold.events.Intent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The steps of an enrollment, in order, and what became of them; none where nobody is enrolled. */
final class Steps {

    /** With fewer steps done, an enrollment whose steps are all closed was not completed but skipped (P2). */
    private static final int DONE_TO_COMPLETE = 5;

    private final List<StepProgress> steps = new ArrayList<>();
    private final Enrollment enrollment;
    private Cadence cadence;
    private int rounds;
    private int roundBegins;
    private Intent lastGiven;
    private boolean afterNo;
    private boolean wrongPerson;
    private Instant wrongPersonAt;
    private StepProgress asksForIntroduction;

    /** @param enrollment null: there is none */
    Steps(Enrollment enrollment) {
        this.enrollment = enrollment;
        if (enrollment != null) {
            this.cadence = enrollment.cadence();
            addRound();
        }
    }

    private void addRound() {
        rounds++;
        roundBegins = steps.size();
        cadence.steps().forEach(this::add);
    }

    private void add(Step step) {
        UUID touchpoint = TouchpointIds.step(enrollment.id(), step.key(), rounds);
        steps.add(new StepProgress(step, steps.size() - roundBegins + 1, touchpoint));
    }

    /** The version it goes by; null: there is no enrollment. */
    Cadence cadence() {
        return cadence;
    }

    /**
     * Goes by a new version from now on (P7): what is closed, or due, stays as it is; of the new version comes what stands behind
     * the last such step that was reached in order, found by its key. Nobody starts over.
     *
     * @param due the touchpoint that is due; null: none
     */
    void apply(Cadence version, UUID due) {
        List<StepProgress> round = List.copyOf(steps.subList(roundBegins, steps.size()));
        List<StepProgress> reached = round.stream()
                .takeWhile(step -> !step.isOpen() || step.touchpointId.equals(due))
                .toList();
        List<StepProgress> doneAhead = round.stream()
                .skip(reached.size())
                .filter(step -> !step.isOpen())
                .toList();
        cadence = version;
        steps.subList(roundBegins + reached.size(), steps.size()).clear();
        goOn(version.steps().subList(goesOnAt(version, reached), version.steps().size()), reached, doneAhead);
        if (asksForIntroduction != null && asksForIntroduction.isOpen()) {
            asksForIntroduction = firstOpen();
        }
        repeat();
    }

    /** Each step once: not what was reached, and what was done ahead in its place; where it has none any more, before the others. */
    private void goOn(List<Step> ahead, List<StepProgress> reached, List<StepProgress> doneAhead) {
        Set<String> keys = reached.stream().map(it -> it.step.key()).collect(toSet());
        Map<String, StepProgress> done = new LinkedHashMap<>();
        doneAhead.forEach(it -> done.put(it.step.key(), it));
        doneAhead.stream()
                .filter(it -> ahead.stream().noneMatch(step -> step.key().equals(it.step.key())))
                .forEach(steps::add);
        for (Step step : ahead) {
            if (done.containsKey(step.key())) {
                steps.add(done.get(step.key()));
            } else if (!keys.contains(step.key())) {
                add(step);
            }
        }
    }

    /** Behind the last step reached that the new version has too; where it has none of them, behind as many. */
    private static int goesOnAt(Cadence version, List<StepProgress> reached) {
        List<String> keys = version.steps().stream().map(Step::key).toList();
        for (int i = reached.size() - 1; i >= 0; i--) {
            int at = keys.indexOf(reached.get(i).step.key());
            if (at >= 0) {
                return at + 1;
            }
        }
        return reached.size();
    }

    /** A cadence that repeats begins its next round when no step is open any more (P3: one round is planned). */
    private void repeat() {
        if (cadence != null && cadence.repeats() && !wrongPerson && firstOpen() == null) {
            addRound();
        }
    }

    List<StepProgress> all() {
        return steps;
    }

    /** The earliest open step; null: none. */
    StepProgress firstOpen() {
        for (StepProgress step : steps) {
            if (step.isOpen()) {
                return step;
            }
        }
        return null;
    }

    /** The open step with this touchpoint; null: none. */
    StepProgress open(UUID touchpoint) {
        for (StepProgress step : steps) {
            if (step.isOpen() && !isBeyondIntroduction(step) && step.touchpointId.equals(touchpoint)) {
                return step;
            }
        }
        return null;
    }

    void done(StepProgress step, UUID interaction, Anchor touch) {
        lastGiven = intent(step);
        step.done(interaction, touch, lastGiven);
        afterNo = false;
        repeat();
    }

    void skipped(StepProgress step, Decision decision, LocalDate date) {
        step.skipped(decision, date);
        repeat();
    }

    /** They said no: until a step is done, the next one gives instead of asking. */
    void saidNo() {
        afterNo = true;
    }

    /** The next step becomes asking for an introduction, once; with it the enrollment ends. */
    void wrongPerson(Instant at) {
        if (!wrongPerson) {
            wrongPerson = true;
            wrongPersonAt = at;
            asksForIntroduction = firstOpen();
        }
    }

    /** When they said so; null: they did not. */
    Instant wrongPersonAt() {
        return wrongPersonAt;
    }

    boolean asksForIntroduction(StepProgress step) {
        return wrongPerson && step == asksForIntroduction;
    }

    /** Whether it will not come to this step any more, since somebody else is the right person. */
    boolean isBeyondIntroduction(StepProgress step) {
        return wrongPerson && step.isOpen() && step != asksForIntroduction;
    }

    /** What the step gives: after a no, one that asks becomes insight, or help where insight came before (principle 4). */
    Intent intent(StepProgress step) {
        if (asksForIntroduction(step)) {
            return Intent.ASK;
        }
        Intent intent = step.intent();
        if (!afterNo || intent != Intent.ASK || step != firstOpen()) {
            return intent;
        }
        return lastGiven == Intent.INSIGHT ? Intent.HELP : Intent.INSIGHT;
    }

    /** How the enrollment ends now that no step is open; null: one is, or there never was one. */
    EndReason end() {
        if (wrongPerson && (asksForIntroduction == null || !asksForIntroduction.isOpen())) {
            return EndReason.WRONG_PERSON;
        }
        if (steps.isEmpty() || firstOpen() != null) {
            return null;
        }
        long done = steps.stream().filter(step -> !step.isSkipped()).count();
        return done >= DONE_TO_COMPLETE ? EndReason.COMPLETED : EndReason.SKIPPED;
    }
}
