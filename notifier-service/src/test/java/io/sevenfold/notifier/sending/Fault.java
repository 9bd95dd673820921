package io.sevenfold.notifier.sending;

/**
 * How an SMTP server misbehaves once.
 *
 * @param answer what it says; null: nothing
 * @param then what it does after that
 */
record Fault(Stage stage, String answer, Then then) {

    /** Where a conversation has come to. */
    enum Stage {
        GREETING,
        EHLO,
        STARTTLS,
        AUTH,
        MAIL,
        RCPT,
        DATA,
        DOT,
        RSET;

        boolean isBeforeAnyMail() {
            return compareTo(MAIL) < 0;
        }

        /** Null: a command that always succeeds. */
        static Stage of(String line) {
            for (Stage stage : values()) {
                if (line.startsWith(stage.name())) {
                    return stage;
                }
            }
            return null;
        }
    }

    enum Then {
        GO_ON,
        DROP,
        HANG,
        /** Says a byte now and then, never a whole line. */
        DRIP
    }

    static Fault answer(Stage stage, String answer) {
        return new Fault(stage, answer, Then.GO_ON);
    }

    static Fault answerAndDrop(Stage stage, String answer) {
        return new Fault(stage, answer, Then.DROP);
    }

    static Fault drop(Stage stage) {
        return new Fault(stage, null, Then.DROP);
    }

    static Fault hang(Stage stage) {
        return new Fault(stage, null, Then.HANG);
    }

    static Fault drip(Stage stage) {
        return new Fault(stage, null, Then.DRIP);
    }

    @Override
    public String toString() {
        return stage + ": " + (answer == null ? "" : answer + ", ") + then;
    }
}
