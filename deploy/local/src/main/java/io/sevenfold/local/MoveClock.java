package io.sevenfold.local;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** {@code deploy/local/clock}: moves the domain clock of all services while they run. */
final class MoveClock {

    private static final String USAGE = "Usage: deploy/local/clock +3d | +4h | +30m | 2026-11-24T09:00:00Z | now";

    private MoveClock() {}

    /** @param arguments the repository, then what was typed */
    public static void main(String[] arguments) {
        Command.run(() -> {
            if (arguments.length != 2) {
                throw new UsageException(USAGE);
            }
            StateFolder state = StateFolder.of(Path.of(arguments[0]));
            Instant now = new ClockOffset(state.clock(), Clock.systemUTC()).move(arguments[1]);
            System.out.println(now.truncatedTo(ChronoUnit.SECONDS));
            return 0;
        });
    }
}
