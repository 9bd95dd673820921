package io.sevenfold.local;

/** What listens, and where unless the environment variable says otherwise. */
public enum Port {
    CONTACTS(8081),
    INTERACTIONS(8082),
    CADENCE(8083),
    NOTIFIER(8084),
    CONTACTS_MANAGEMENT(9081),
    INTERACTIONS_MANAGEMENT(9082),
    CADENCE_MANAGEMENT(9083),
    NOTIFIER_MANAGEMENT(9084),
    SMTP(1025),
    KAFKA(19092),
    POSTGRES(15432);

    private final int standard;

    Port(int standard) {
        this.standard = standard;
    }

    int standard() {
        return standard;
    }

    /** The environment variable that overrides it. */
    String variable() {
        return name() + "_PORT";
    }
}
