package io.sevenfold.system;

import io.sevenfold.local.LocalStack;
import io.sevenfold.local.Ports;
import io.sevenfold.local.Service;
import io.sevenfold.local.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** The stack as {@code deploy/local} starts it, on free ports and in a folder of its own; one for all tests of a run. */
final class Sevenfold {

    private static LocalStack stack;

    private Sevenfold() {}

    static synchronized LocalStack stack() {
        if (stack == null) {
            stack = start();
        }
        return stack;
    }

    static String url(Service service) {
        return stack().service(service).url();
    }

    /** Moves the domain clock of all services. */
    static void itIs(String instant) {
        Instant at = Instant.parse(instant);
        boolean back = at.isBefore(now());
        stack().clock().set(at);
        if (back) {
            // Another story begins. Services look at the clock every 10 ms: nothing of it may happen at the time of
            // the last one.
            Awaitility.await().pollDelay(Duration.ofMillis(100)).until(() -> true);
        }
    }

    static Instant now() {
        return stack().clock().now();
    }

    /** Whether a line of the service's log holds all of these. */
    static boolean isLogged(Service service, String... words) {
        try (Stream<String> lines = Files.lines(stack().service(service).log())) {
            return lines.anyMatch(line -> Stream.of(words).allMatch(line::contains));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Patience for what is truly asynchronous, on a busy machine with services being started again. */
    static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }

    private static LocalStack start() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/stacks")), "stack");
            LocalStack started = new LocalStack(
                    Path.of("../..").toAbsolutePath().normalize(),
                    new StateFolder(folder),
                    Ports.free(),
                    dead -> System.err.println(dead.name() + " died; see " + dead.log()));
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            started.startInfrastructure();
            started.startServices(Service.values());
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
