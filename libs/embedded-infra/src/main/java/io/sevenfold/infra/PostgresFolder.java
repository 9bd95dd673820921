package io.sevenfold.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL data folder: whether it was initialised to the end, and the server that runs on it, whoever started that. */
final class PostgresFolder {

    private static final Duration START_WAIT = Duration.ofSeconds(2);
    private static final Duration FAST_STOP_WAIT = Duration.ofSeconds(4);

    private final Path folder;
    private final Path initialised;
    private final Path pidFile;

    PostgresFolder(Path folder) {
        this.folder = folder;
        this.initialised = folder.resolve("sevenfold.initialised");
        this.pidFile = folder.resolve("postmaster.pid");
    }

    void markInitialised() throws IOException {
        if (!Files.exists(initialised)) {
            Files.createFile(initialised);
        }
    }

    /** Empties a folder whose initialisation was cut off: initdb refuses it, and nobody has used it yet. */
    void clearUnlessInitialised() {
        if (!Files.exists(initialised) && Files.isDirectory(folder)) {
            Folders.delete(folder);
        }
    }

    /** Stops the server that runs here, if one does: fast, and by force where that takes too long (it recovers at its next start). */
    void stopServer() {
        server().ifPresent(PostgresFolder::stop);
    }

    /** Stops a server that may be about to appear. */
    void awaitAndStopServer() {
        long deadline = System.nanoTime() + START_WAIT.toNanos();
        while (server().isEmpty() && System.nanoTime() < deadline) {
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS))
                    .join();
        }
        stopServer();
    }

    private Optional<ProcessHandle> server() {
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
                    // After a crash of the machine the number may be another program's.
                    .filter(process ->
                            process.info().command().orElse("postgres").endsWith("postgres"));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(ProcessHandle server) {
        try {
            // SIGINT is PostgreSQL's fast shutdown; what Java can send (SIGTERM) would wait for every client.
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
            server.onExit().get(FAST_STOP_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException | TimeoutException | ExecutionException e) {
            server.destroyForcibly();
        } catch (InterruptedException e) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
