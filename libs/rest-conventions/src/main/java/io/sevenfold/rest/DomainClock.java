package io.sevenfold.rest;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Produces the clock that planning, due-ness, digests and links go by. It can be moved in the profile {@code local} only. */
@ApplicationScoped
public class DomainClock {

    private static final String LOCAL = "local";

    @Produces
    @Singleton
    @DefaultBean
    Clock clock(@ConfigProperty(name = "sevenfold.clock.file") Optional<Path> offsetFile) {
        return of(ConfigUtils.getProfiles(), offsetFile);
    }

    static Clock of(List<String> profiles, Optional<Path> offsetFile) {
        return offsetFile
                .filter(file -> profiles.contains(LOCAL))
                .<Clock>map(MovableClock::new)
                .orElseGet(Clock::systemUTC);
    }
}
