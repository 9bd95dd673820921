package io.sevenfold.cadence.page;

import io.quarkus.runtime.StartupEvent;
import io.sevenfold.rest.links.LinkVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Knows whose links are good: those signed with a key whose public half is in the file of {@code sevenfold.links.public-keys}. */
@ApplicationScoped
class Links {

    @Produces
    @Singleton
    LinkVerifier verifier(@ConfigProperty(name = "sevenfold.links.public-keys") Optional<Path> jwks, Clock clock) {
        return new LinkVerifier(
                jwks.orElseThrow(
                        () -> new IllegalStateException(
                                "sevenfold.links.public-keys must name the file with the public keys (a JWKS) of the links in mails")),
                clock);
    }

    /** So that a service whose pages nobody could open does not start. */
    void check(@Observes StartupEvent start, LinkVerifier verifier) {}
}
