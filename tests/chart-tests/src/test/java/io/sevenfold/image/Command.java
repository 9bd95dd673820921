package io.sevenfold.image;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A program of this machine and what it is told.
 *
 * @param environment what it has besides this JVM's
 */
record Command(List<String> words, Map<String, String> environment) {

    /** How it ended, and what it said on both outputs. */
    record Outcome(int code, String said) {

        /** Its last line. */
        String lastWords() {
            return said.strip().lines().reduce("", (before, line) -> line);
        }
    }

    static Command of(String... words) {
        return new Command(List.of(words), Map.of());
    }

    /** Where the program is on the PATH. */
    static Optional<Path> find(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * What it says.
     *
     * @throws IllegalStateException with what it said, where it ends with another code than 0
     */
    String output() {
        Outcome outcome = run(Duration.ofMinutes(3));
        if (outcome.code() != 0) {
            throw new IllegalStateException("%s ended with %d: %s".formatted(words, outcome.code(), outcome.said()));
        }
        return outcome.said().strip();
    }

    /** Runs it and waits; one that takes longer is ended. */
    Outcome run(Duration patience) {
        try {
            Path said = Files.createTempFile("said", ".log");
            try {
                Process process = started(said);
                boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
                if (!ended) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly().waitFor();
                }
                String text = Files.readString(said);
                return new Outcome(process.exitValue(), ended ? text : text + "\ntook longer than " + patience);
            } finally {
                Files.delete(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts it, with what it says appended to a file. */
    Process started(Path said) {
        try {
            ProcessBuilder builder = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()));
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + words, e);
        }
    }
}
