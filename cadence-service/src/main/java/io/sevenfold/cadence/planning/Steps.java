package io.sevenfold.cadence.planning;

import io.sevenfold.events.EndReason;
import io.sevenfold.events.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The steps of an enrollment, in order, and what became of them; none where nobody is enrolled. */
final class Steps {

    /** With fewer steps done, an enrollment whose steps are all closed was not completed but skipped (P2). */
    private static final int DONE_TO_COMPLETE = 5;

    private final List<StepProgress> steps = new ArrayList<>();
    private Intent lastGiven;
    private boolean afterNo;

    Steps(Enrollment enrollment) {
        if (enrollment != null) {
            for (Step step : enrollment.cadence().steps()) {
                steps.add(new StepProgress(step, steps.size() + 1, TouchpointIds.step(enrollment.id(), step.key(), 1)));
            }
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
            if (step.isOpen() && step.touchpointId.equals(touchpoint)) {
                return step;
            }
        }
        return null;
    }

    void done(StepProgress step, UUID interaction, Anchor touch) {
        lastGiven = intent(step);
        step.done(interaction, touch, lastGiven);
        afterNo = false;
    }

    /** They said no: until a step is done, the next one gives instead of asking. */
    void saidNo() {
        afterNo = true;
    }

    /** What the step gives: after a no, one that asks becomes insight, or help where insight came before (principle 4). */
    Intent intent(StepProgress step) {
        Intent intent = step.intent();
        if (!afterNo || intent != Intent.ASK || step != firstOpen()) {
            return intent;
        }
        return lastGiven == Intent.INSIGHT ? Intent.HELP : Intent.INSIGHT;
    }

    /** How the enrollment ends now that no step is open; null: one is, or there never was one. */
    EndReason end() {
        if (steps.isEmpty() || firstOpen() != null) {
            return null;
        }
        long done = steps.stream().filter(step -> !step.isSkipped()).count();
        return done >= DONE_TO_COMPLETE ? EndReason.COMPLETED : EndReason.SKIPPED;
    }
}
