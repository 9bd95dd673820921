package io.sevenfold.local;

import java.nio.file.Path;
import java.util.Locale;

/** The four services. */
public enum Service {
    CONTACTS(Port.CONTACTS),
    INTERACTIONS(Port.INTERACTIONS),
    CADENCE(Port.CADENCE),
    NOTIFIER(Port.NOTIFIER);

    private final Port port;

    Service(Port port) {
        this.port = port;
    }

    Port port() {
        return port;
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
