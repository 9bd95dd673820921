package io.sevenfold.cadence.planning;

import io.sevenfold.events.Intent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One step of an enrollment and what became of it so far. */
final class StepProgress {

    final Step step;
    final int number;
    final UUID touchpointId;

    private Intent intent;
    private boolean skipped;
    private UUID closedBy;
    private Instant closedAt;
    private Anchor touch;

    StepProgress(Step step, int number, UUID touchpointId) {
        this.step = step;
        this.number = number;
        this.touchpointId = touchpointId;
        this.intent = step.intent();
    }

    void done(UUID interaction, Anchor touch, Intent given) {
        close(interaction, touch.at(), touch);
        intent = given;
    }

    /** The next gap counts from the later of the skipping and the date the step had then (P2). */
    void skipped(Decision decision, LocalDate date) {
        String words = "the skipped touch " + number;
        Anchor skipping = new Anchor(date, decision.at(), words);
        Anchor planned = decision.dueOn() == null ? null : new Anchor(decision.dueOn(), null, words);
        close(decision.id(), decision.at(), skipping.orLater(planned));
        skipped = true;
    }

    private void close(UUID by, Instant at, Anchor anchor) {
        closedBy = by;
        closedAt = at;
        touch = anchor;
    }

    boolean isOpen() {
        return closedAt == null;
    }

    boolean isSkipped() {
        return skipped;
    }

    /** What the cadence says it gives; of one done, what it gave. */
    Intent intent() {
        return intent;
    }

    UUID closedBy() {
        return closedBy;
    }

    Instant closedAt() {
        return closedAt;
    }

    /** What the next step's gap counts from; null while this one is open. */
    Anchor touch() {
        return touch;
    }
}
