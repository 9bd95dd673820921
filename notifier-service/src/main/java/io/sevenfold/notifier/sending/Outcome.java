package io.sevenfold.notifier.sending;

import io.sevenfold.notifier.reminder.ReminderState;

/**
 * What came of an attempt.
 *
 * @param answer the server's code, or why there is none; never its words, which may name people
 */
record Outcome(ReminderState state, String answer) {

    static Outcome sent(String answer) {
        return new Outcome(ReminderState.SENT, answer);
    }

    static Outcome retrying(String answer) {
        return new Outcome(ReminderState.RETRYING, answer);
    }

    static Outcome failed(String answer) {
        return new Outcome(ReminderState.FAILED, answer);
    }

    static Outcome unknown(String answer) {
        return new Outcome(ReminderState.UNKNOWN, answer);
    }
}
