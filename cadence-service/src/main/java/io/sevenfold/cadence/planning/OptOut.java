package io.sevenfold.cadence.planning;

import java.time.Instant;

/** When do-not-contact was last lifted; null: never. A "never" from before binds no enrollment started after. */
public record OptOut(Instant liftedAt) {

    boolean binds(Instant never, Instant enrolled) {
        return !never.isBefore(enrolled) || liftedAt == null || never.isAfter(liftedAt) || liftedAt.isAfter(enrolled);
    }
}
