package io.sevenfold.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One service in a JVM of its own, which can be ended, gently or not, and started again. */
public final class ServiceProcess {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(100);
    /** Quarkus itself waits for requests under way. */
    private static final Duration GENTLE_STOP = Duration.ofSeconds(6);

    private static final List<String> SMALL_JVM = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final String name;
    private final Path jar;
    private final int port;
    private final int management;
    private final Map<String, String> environment;
    private final StateFolder state;
    private final Consumer<ServiceProcess> died;
    private volatile Process process;
    /** Of its present life: whether its end was asked for. */
    private volatile AtomicBoolean endExpected;

    ServiceProcess(
            String name,
            Path jar,
            int port,
            int management,
            Map<String, String> environment,
            StateFolder state,
            Consumer<ServiceProcess> died) {
        this.name = name;
        this.jar = jar;
        this.port = port;
        this.management = management;
        this.environment = environment;
        this.state = state;
        this.died = died;
    }

    /** Starts it, with its log appended to {@link #log}. Does not wait until it is ready. */
    public synchronized void start() {
        if (isAlive()) {
            return;
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL_JVM);
        command.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(state.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(environment);
        AtomicBoolean expected = new AtomicBoolean();
        try {
            Files.createDirectories(state.logs());
            keepLogOfRunBefore();
            endExpected = expected;
            process = builder.start();
            state.processes().remember(name, process);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
        process.onExit().thenRun(() -> {
            if (!expected.get()) {
                died.accept(this);
            }
        });
    }

    /**
     * Waits until it answers that it is ready.
     *
     * @throws ServiceFailure where it ends before that, or takes longer than two minutes
     */
    public void awaitReady() {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!isReady()) {
            if (!isAlive()) {
                throw new ServiceFailure(this, "ended before it was ready");
            }
            if (System.nanoTime() > deadline) {
                throw new ServiceFailure(this, "is not ready after %d s".formatted(READY_WITHIN.toSeconds()));
            }
            pause();
        }
    }

    /** Ends it at once (SIGKILL), as a crash would, and waits until it is gone. */
    public synchronized void kill() {
        end(Process::destroyForcibly);
    }

    /** Ends it in order (SIGTERM) and waits until it is gone; after six seconds by force. */
    public synchronized void stop() {
        end(Process::destroy);
    }

    /** Asks it to end in order (SIGTERM), for as long as it takes, and does not wait. */
    public synchronized void terminate() {
        if (isAlive()) {
            endExpected.set(true);
            process.destroy();
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    public boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(managementUrl() + "/q/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return isAlive()
                    && HTTP.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Its process id, or that of its last life. */
    public long pid() {
        return process.pid();
    }

    /** {@code contacts}, or {@code contacts-2} for a second replica. */
    public String name() {
        return name;
    }

    /** The base URL of its API, without a slash at the end. */
    public String url() {
        return "http://localhost:" + port;
    }

    /** Where its health, metrics and operations are, without a slash at the end. */
    public String managementUrl() {
        return "http://localhost:" + management;
    }

    public Path log() {
        return state.logs().resolve(name + ".log");
    }

    /** The last lines of its log. */
    List<String> endOfLog(int lines) {
        try (Stream<String> log = Files.lines(log())) {
            List<String> all = log.toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException | UncheckedIOException e) {
            return List.of("(no log: " + e.getMessage() + ")");
        }
    }

    /** Each run of the stack has a log of its own; the one before stays beside it. */
    private void keepLogOfRunBefore() throws IOException {
        if (process == null && Files.exists(log())) {
            Files.move(log(), state.logs().resolve(name + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void end(Consumer<Process> signal) {
        if (!isAlive()) {
            return;
        }
        endExpected.set(true);
        signal.accept(process);
        try {
            if (!process.waitFor(GENTLE_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(POLL.toMillis(), TimeUnit.MILLISECONDS))
                .join();
    }
}
