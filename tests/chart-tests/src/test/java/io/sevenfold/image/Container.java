package io.sevenfold.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A bundle that {@code runc} runs, the runtime of most clusters. */
final class Container implements AutoCloseable {

    /** They stay for who looks into a failure. */
    private static final Path LOGS = Path.of("target", "pods");

    private static final Duration SHORT = Duration.ofSeconds(20);

    private final String id;
    private final Path folder;
    private final Process process;

    /** @param folder for the bundle; its name is the container's */
    Container(Path folder, Bundle bundle) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            Files.createDirectories(LOGS);
            Files.deleteIfExists(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        id = "sevenfold-%d-%s".formatted(ProcessHandle.current().pid(), folder.getFileName());
        bundle.writeTo(folder, id);
        process = runc("run", "--bundle=" + folder, id).started(log());
    }

    /**
     * Waits until it ends by itself, with 0.
     *
     * @throws IllegalStateException with the end of its log, where it does not
     */
    void awaitDone() {
        int code = awaitEnd(Duration.ofMinutes(2));
        if (code != 0) {
            throw new IllegalStateException("%s ended with %d%n%s".formatted(id, code, endOfLog()));
        }
    }

    /** Sends SIGTERM, as a pod's end does. */
    void terminate() {
        runc("kill", id, "TERM").output();
    }

    /** @return the exit code */
    int awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("%s has not ended%n%s".formatted(id, endOfLog()));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Runs a program of the image in it, as its user. */
    Command.Outcome execute(String... words) {
        List<String> all = new ArrayList<>(List.of("exec", id));
        all.addAll(List.of(words));
        return runc(all.toArray(String[]::new)).run(SHORT);
    }

    /** What the kernel says of its process: {@code Uid}, {@code CapEff}, {@code VmRSS} … */
    String status(String field) {
        try {
            return Files.readAllLines(Path.of("/proc", pid(), "status")).stream()
                    .filter(line -> line.startsWith(field + ":"))
                    .map(line -> line.substring(field.length() + 1).strip())
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its resident memory in MiB. */
    long residentMemory() {
        return Long.parseLong(status("VmRSS").replace(" kB", "")) >> 10;
    }

    String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it where it runs, and leaves nothing of it. */
    @Override
    public void close() {
        runc("delete", "--force", id).run(SHORT);
    }

    private String pid() {
        String state = runc("state", id).output();
        return state.replaceFirst("(?s).*\"pid\": (\\d+).*", "$1");
    }

    private Path log() {
        return LOGS.resolve(folder.getFileName() + ".log");
    }

    private Command runc(String... words) {
        List<String> all = new ArrayList<>(List.of("runc", "--root=" + folder.resolve("state")));
        all.addAll(List.of(words));
        return Command.of(all.toArray(String[]::new));
    }
}
