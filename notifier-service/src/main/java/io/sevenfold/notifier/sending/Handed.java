package io.sevenfold.notifier.sending;

/** A mail that was handed over or could not be, and what came of it. */
record Handed(Claim claim, Outcome outcome) {

    Attempt attempt() {
        return claim.attempt();
    }
}
