package io.sevenfold.events;

import java.util.Map;

/** The topics, as {@code deploy} makes them: the number of partitions is never changed, since a contact's events stay in order in one. */
public enum Topic {
    /** {@link ContactAdded}, {@link ContactChanged}, {@link ContactMerged}, {@link ContactErased}. */
    CONTACTS(Retention.COMPACTED),
    /** {@link RepAdded}, {@link RepChanged}, {@link RepErased}. */
    REPS(Retention.COMPACTED),
    /** {@link InteractionRecorded}, {@link InteractionCorrected}, {@link InteractionRemoved}; tombstones once the contact is erased. */
    INTERACTIONS(Retention.COMPACTED),
    /** {@link PlanChanged}. */
    PLANS(Retention.COMPACTED),
    /**
     * {@link TouchpointDue} and what becomes of it, {@link ReplyClockMoved}, {@link ReplyOverdue}, {@link EnrollmentEnded}, {@link
     * DayBegun}, {@link TeamWeekBegun}.
     */
    TOUCHPOINTS(Retention.DAYS_28),
    /** {@link ConnectionChanged}. */
    CONNECTIONS(Retention.COMPACTED),
    /** {@link ReminderSent}, {@link ReminderFailed}, {@link ReminderUnknown}. */
    REMINDERS(Retention.DAYS_28);

    private static final int PARTITIONS = 12;

    private final Retention retention;

    Topic(Retention retention) {
        this.retention = retention;
    }

    public String topicName() {
        return Spelling.of(this);
    }

    /** Where records of this topic go that a consumer can never handle. */
    public String deadLetters() {
        return topicName() + ".dead-letters";
    }

    public int partitions() {
        return PARTITIONS;
    }

    /** Kafka's topic settings. */
    public Map<String, String> config() {
        return retention.config;
    }

    /** Kafka's settings of the dead letters' topic. */
    public Map<String, String> deadLettersConfig() {
        return Retention.DAYS_28.config;
    }

    private enum Retention {
        COMPACTED(Map.of("cleanup.policy", "compact")),
        DAYS_28(Map.of("cleanup.policy", "delete", "retention.ms", "2419200000"));

        private final Map<String, String> config;

        Retention(Map<String, String> config) {
            this.config = config;
        }
    }
}
