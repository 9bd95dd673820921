package io.sevenfold.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file that says how far the services' domain clock is ahead of the system's: an ISO-8601 duration. */
public final class ClockOffset {

    private static final Pattern STEP = Pattern.compile("\\+(\\d{1,6})([dhm])");

    private final Path file;
    private final Clock system;

    ClockOffset(Path file, Clock system) {
        this.file = file;
        this.system = system;
    }

    /** The domain time, in UTC. */
    public Instant now() {
        return system.instant().plus(offset());
    }

    /** Moves the domain clock on from where it is. */
    public Instant advance(Duration step) {
        return write(offset().plus(step));
    }

    /** Sets the domain clock; it runs on from there. */
    public Instant set(Instant instant) {
        return write(Duration.between(system.instant(), instant));
    }

    /**
     * Moves the domain clock as {@code deploy/local/clock} is told to.
     *
     * @param to {@code +3d}, {@code +4h}, {@code +30m}, an ISO-8601 instant, or {@code now}
     * @return the new domain time, in UTC
     * @throws UsageException where it is none of these
     */
    Instant move(String to) {
        if (to.equals("now")) {
            return write(Duration.ZERO);
        }
        Matcher step = STEP.matcher(to);
        if (step.matches()) {
            long amount = Long.parseLong(step.group(1));
            return advance(
                    switch (step.group(2)) {
                        case "d" -> Duration.ofDays(amount);
                        case "h" -> Duration.ofHours(amount);
                        default -> Duration.ofMinutes(amount);
                    });
        }
        try {
            return set(OffsetDateTime.parse(to).toInstant());
        } catch (DateTimeParseException e) {
            throw new UsageException("%s is no time; say +3d, +4h, +30m, 2026-11-24T09:00:00Z or now".formatted(to));
        }
    }

    private Duration offset() {
        try {
            return Duration.parse(Files.readString(file).strip());
        } catch (NoSuchFileException e) {
            return Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private Instant write(Duration offset) {
        try {
            Files.createDirectories(file.getParent());
            Path whole = Files.writeString(file.resolveSibling("clock.tmp"), offset + "\n");
            // The services may read at any time.
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
        return system.instant().plus(offset);
    }
}
