package io.sevenfold.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.concurrent.TimeUnit;

/** The system's clock in UTC plus the offset (ISO-8601 duration) that a file holds; {@code deploy/local/clock} writes the file. */
final class MovableClock extends Clock {

    /** Sooner than an event gets from one service to the next: what is done after the clock was moved happens at its new time. */
    private static final long READ_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private record Reading(Duration offset, long atNanos) {}

    private final Path file;
    private final Clock system = Clock.systemUTC();
    private volatile Reading last;

    MovableClock(Path file) {
        this.file = file;
    }

    @Override
    public Instant instant() {
        return system.instant().plus(offset());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        if (zone.equals(ZoneOffset.UTC)) {
            return this;
        }
        throw new UnsupportedOperationException("Instants are in UTC; local dates are derived with the rep's zone");
    }

    private Duration offset() {
        Reading reading = last;
        long now = System.nanoTime();
        if (reading == null || now - reading.atNanos > READ_EVERY_NANOS) {
            reading = new Reading(read(), now);
            last = reading;
        }
        return reading.offset;
    }

    private Duration read() {
        try {
            return Duration.parse(Files.readString(file).strip());
        } catch (NoSuchFileException e) {
            return Duration.ZERO;
        } catch (IOException | DateTimeParseException e) {
            throw new IllegalStateException("Cannot read the clock's offset from " + file, e);
        }
    }
}
