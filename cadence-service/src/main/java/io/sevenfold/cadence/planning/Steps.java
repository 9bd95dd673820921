package io.sevenfold.cadence.planning;

import io.sevenfold.events.EndReason;
import io.sevenfold.events.Intent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The steps of an enrollment, in order, and what became of them; none where nobody is enrolled. */
final class Steps {

    /** With fewer steps done, an enrollment whose steps are all closed was not completed but skipped (P2). */
    private static final int DONE_TO_COMPLETE = 5;

    private final List<StepProgress> steps = new ArrayList<>();
    private final Enrollment enrollment;
    private int rounds;
    private Intent lastGiven;
    private boolean afterNo;
    private boolean wrongPerson;
    private Instant wrongPersonAt;
    private StepProgress asksForIntroduction;

    /** @param enrollment null: there is none */
    Steps(Enrollment enrollment) {
        this.enrollment = enrollment;
        if (enrollment != null) {
            addRound();
        }
    }

    private void addRound() {
        rounds++;
        int number = 1;
        for (Step step : enrollment.cadence().steps()) {
            UUID touchpoint = TouchpointIds.step(enrollment.id(), step.key(), rounds);
            steps.add(new StepProgress(step, number++, touchpoint));
        }
    }

    /** A cadence that repeats begins its next round when no step is open any more (P3: one round is planned). */
    private void repeat() {
        if (enrollment != null && enrollment.cadence().repeats() && !wrongPerson && firstOpen() == null) {
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
