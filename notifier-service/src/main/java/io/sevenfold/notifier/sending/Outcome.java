package io.sevenfold.notifier.sending;

import io.sevenfold.notifier.reminder.ReminderState;

/**
 * What came of an attempt.
 *
 * @param answer the server's code, or why there is none; never its words, which may name people
 */
record Outcome(ReminderState state, String answer, About about) {

    /** What a refusal is about. */
    enum About {
        /** This mail, or nothing. */
        MAIL,
        /** Whom it is to: their mailbox refused it for good. */
        RECIPIENT,
        /** Us: no mail would have been taken. */
        US
    }

    Outcome(ReminderState state, String answer) {
        this(state, answer, About.MAIL);
    }

    static Outcome sent(String answer) {
        return new Outcome(ReminderState.SENT, answer);
    }

    static Outcome retrying(String answer) {
        return new Outcome(ReminderState.RETRYING, answer);
    }

    /** The server does not want mail from us at all. */
    static Outcome notLetIn(String answer) {
        return new Outcome(ReminderState.RETRYING, answer, About.US);
    }

    static Outcome failed(String answer) {
        return new Outcome(ReminderState.FAILED, answer);
    }

    /** The recipient's mailbox refused it for good. */
    static Outcome refused(String answer) {
        return new Outcome(ReminderState.FAILED, answer, About.RECIPIENT);
    }

    static Outcome unknown(String answer) {
        return new Outcome(ReminderState.UNKNOWN, answer);
    }
}
