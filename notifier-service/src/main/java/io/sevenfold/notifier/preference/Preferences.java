package io.sevenfold.notifier.preference;

import io.sevenfold.rest.links.Link.Purpose;
import jakarta.enterprise.context.ApplicationScoped;

/** Stands in until preferences are kept. */
@ApplicationScoped
public class Preferences {

    public void unsubscribe(Purpose purpose) {}
}
