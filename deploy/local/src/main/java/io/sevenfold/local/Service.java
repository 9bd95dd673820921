package io.sevenfold.local;

import java.nio.file.Path;
import java.util.Locale;

/** The four services. */
public enum Service {
    CONTACTS(Port.CONTACTS, Port.CONTACTS_MANAGEMENT),
    INTERACTIONS(Port.INTERACTIONS, Port.INTERACTIONS_MANAGEMENT),
    CADENCE(Port.CADENCE, Port.CADENCE_MANAGEMENT),
    NOTIFIER(Port.NOTIFIER, Port.NOTIFIER_MANAGEMENT);

    private final Port port;
    private final Port management;

    Service(Port port, Port management) {
        this.port = port;
        this.management = management;
    }

    /** That of its API. */
    Port port() {
        return port;
    }

    /** That of its health, metrics and operations. */
    Port management() {
        return management;
    }

    /** Its name, as its database, its log and its topics' consumers have it: {@code contacts}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The jar that starts it, once the repository is built. */
    Path jar(Path repository) {
        return repository.resolve(id() + "-service/target/quarkus-app/quarkus-run.jar");
    }
}
