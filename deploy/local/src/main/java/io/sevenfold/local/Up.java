package io.sevenfold.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** {@code deploy/local/up}: the whole system with one command, in the foreground. */
final class Up {

    private static final Duration STOP_WITHIN = Duration.ofSeconds(9);
    /** Ctrl-C reaches the services as well, and may end one before this JVM knows. */
    private static final Duration SIGNAL_ARRIVES_WITHIN = Duration.ofMillis(500);

    private final Path demoData;
    private final StateFolder state;
    private final Ports ports;
    private final UpOptions options;
    private final CompletableFuture<ServiceProcess> firstDeath = new CompletableFuture<>();
    private final LocalStack stack;

    private Up(Path repository, Ports ports, UpOptions options) {
        this.demoData = repository.resolve("deploy/local/demo");
        this.state = StateFolder.of(repository);
        this.ports = ports;
        this.options = options;
        this.stack = new LocalStack(repository, state, ports, firstDeath::complete);
    }

    /** @param arguments the repository, then the options */
    public static void main(String[] arguments) {
        Command.run(() -> {
            UpOptions options = UpOptions.parse(Arrays.copyOfRange(arguments, 1, arguments.length));
            if (options.help()) {
                System.out.println(UpOptions.USAGE);
                return 0;
            }
            return new Up(Path.of(arguments[0]), Ports.of(System.getenv()), options).run();
        });
    }

    private int run() {
        state.lock();
        state.stopLeftovers();
        ports.requireFree(neededPorts());
        if (options.fresh()) {
            state.empty();
        }
        InfrastructureLog.writeTo(state.logs().resolve("infrastructure.log"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try {
            start();
            ServiceProcess dead = firstDeath.join();
            throw new ServiceFailure(dead, "ended");
        } catch (RuntimeException e) {
            if (stack.isClosingWithin(SIGNAL_ARRIVES_WITHIN)) {
                // It was told to stop: that is no failure, and the JVM is about to end.
                return 0;
            }
            throw e;
        }
    }

    private void start() {
        System.out.println("Starting PostgreSQL, Kafka and SMTP");
        stack.startInfrastructure();
        if (options.infra()) {
            writeEnvironments();
        } else {
            System.out.println("Starting contacts, interactions, cadence and notifier");
            stack.startServices(Service.values());
        }
        System.out.println("ready");
        System.out.println(new Addresses(state, ports).table(!options.infra()));
        if (options.demo()) {
            new Demo(stack, demoData).tell();
        }
        System.out.println("Ctrl-C stops it.");
    }

    private List<Port> neededPorts() {
        Stream<Port> all = Arrays.stream(Port.values());
        List<Port> services = Arrays.stream(Service.values()).map(Service::port).toList();
        return (options.infra() ? all.filter(port -> !services.contains(port)) : all).toList();
    }

    private void writeEnvironments() {
        for (Service service : Service.values()) {
            try {
                Files.writeString(state.environment(service), ServiceEnvironment.toShell(stack.environment(service)));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write " + state.environment(service), e);
            }
        }
    }

    /** The end, however it comes: nothing that was started outlives it. */
    private void stop() {
        System.out.println("Stopping");
        Thread stopping = new Thread(stack::close, "stop in order");
        stopping.setDaemon(true);
        stopping.start();
        try {
            stopping.join(STOP_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }
}
