package io.sevenfold.cadence.cadence;

import io.sevenfold.events.EndReason;
import io.sevenfold.events.Purpose;

/** When a cadence starts by itself, if the workspace's settings name one. */
public enum Occasion {
    ON_NEW("onNew", Purpose.CONNECT, null, "principle 1"),
    AFTER_WON("afterWon", Purpose.CARE, EndReason.WON, "principle 6"),
    AFTER_LOST("afterLost", Purpose.KEEP_IN_TOUCH, EndReason.LOST, "principle 6"),
    AFTER_COMPLETED("afterCompleted", Purpose.KEEP_IN_TOUCH, EndReason.COMPLETED, "principle 6");

    private final String setting;
    private final Purpose purpose;
    private final EndReason cause;
    private final String rule;

    Occasion(String setting, Purpose purpose, EndReason cause, String rule) {
        this.setting = setting;
        this.purpose = purpose;
        this.cause = cause;
        this.rule = rule;
    }

    /** The setting's name in JSON. */
    public String setting() {
        return setting;
    }

    /** What a cadence that starts then is for. */
    public Purpose purpose() {
        return purpose;
    }

    /** Why that is so. */
    public String rule() {
        return rule;
    }

    /** What it follows (P11); null: it follows nothing, the contact is new. */
    EndReason cause() {
        return cause;
    }
}
