package io.sevenfold.local;

import io.sevenfold.infra.FreePort;
import io.sevenfold.infra.KafkaBroker;
import io.sevenfold.infra.LinkKeys;
import io.sevenfold.infra.MailServer;
import io.sevenfold.infra.PostgresServer;
import io.sevenfold.infra.SevenfoldTopics;
import io.sevenfold.infra.SigningKeys;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The whole system: PostgreSQL, Kafka and an SMTP server with this JVM, and the services each in one of their own.
 *
 * <p>The repository has to be built. {@link #close} may come at any time, also while it starts; then the start ends with a
 * {@link CancellationException}.
 */
public final class LocalStack implements AutoCloseable {

    private final Path repository;
    private final StateFolder state;
    private final Ports ports;
    private final Consumer<ServiceProcess> died;
    private final Object infrastructure = new Object();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final Collection<ServiceProcess> processes = new ConcurrentLinkedQueue<>();
    private final Map<String, String> settings = new HashMap<>();
    private PostgresServer postgres;
    private KafkaBroker kafka;
    private MailServer mail;
    private SigningKeys tokens;

    /** @param died hears of each service that ends without having been told to */
    public LocalStack(Path repository, StateFolder state, Ports ports, Consumer<ServiceProcess> died) {
        this.repository = repository;
        this.state = state;
        this.ports = ports;
        this.died = process -> {
            if (!isClosing()) {
                died.accept(process);
            }
        };
    }

    /** A setting of the services besides those of every stack, as an environment variable; before they are started. */
    public LocalStack with(String variable, String value) {
        settings.put(variable, value);
        return this;
    }

    /** Starts the infrastructure, with a database for each service and all topics, and waits until it is there. */
    public void startInfrastructure() {
        synchronized (infrastructure) {
            tokens = SigningKeys.in(state.keys());
            requireOpen();
            postgres = PostgresServer.start(state.postgres(), ports.number(Port.POSTGRES), true);
            for (Service service : Service.values()) {
                postgres.createServiceDatabase(service.id());
            }
            requireOpen();
            kafka = KafkaBroker.start(state.kafka(), ports.number(Port.KAFKA));
            kafka.createTopics(SevenfoldTopics.all());
            mail = MailServer.start(state.mail(), ports.number(Port.SMTP));
        }
    }

    /**
     * Starts services, side by side, and waits until all are ready.
     *
     * @throws ServiceFailure as soon as one of them fails
     */
    public void startServices(Service... wanted) {
        List<ServiceProcess> starting = Arrays.stream(wanted)
                .map(service -> services.computeIfAbsent(
                        service, s -> process(s, 1, ports.number(s.port()), ports.number(s.management()))))
                .toList();
        starting.forEach(this::launch);
        Parallel.forEach(starting, ServiceProcess::awaitReady);
    }

    /**
     * Starts one more replica of a service, with a free management port, and waits until it is ready.
     *
     * @param number which it is: 2, 3…
     * @param port that of its API
     */
    public ServiceProcess startReplica(Service service, int number, int port) {
        ServiceProcess replica = process(service, number, port, FreePort.find());
        launch(replica);
        replica.awaitReady();
        return replica;
    }

    /** A service's first process; it was started once. */
    public ServiceProcess service(Service service) {
        return services.get(service);
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public KafkaBroker kafka() {
        return kafka;
    }

    public MailServer mail() {
        return mail;
    }

    public SigningKeys tokens() {
        return tokens;
    }

    /** What moves the domain clock of all services. */
    public ClockOffset clock() {
        return new ClockOffset(state.clock(), Clock.systemUTC());
    }

    /** The environment of a service's first process. */
    Map<String, String> environment(Service service) {
        return new ServiceEnvironment(state, ports, tokens, LinkKeys.in(state.keys()))
                .of(service, 1, ports.number(service.port()), ports.number(service.management()));
    }

    /** Whether it is being stopped, or begins to be within that time. */
    boolean isClosingWithin(Duration patience) {
        try {
            return closing.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return isClosing();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Stops the services, six seconds at most, and then the infrastructure. */
    @Override
    public void close() {
        synchronized (processes) {
            closing.countDown();
        }
        Parallel.forEach(processes, ServiceProcess::stop);
        synchronized (infrastructure) {
            if (mail != null) {
                mail.close();
            }
            if (kafka != null) {
                kafka.close();
            }
            if (postgres != null) {
                postgres.close();
            }
        }
    }

    private ServiceProcess process(Service service, int number, int port, int management) {
        Map<String, String> environment = new ServiceEnvironment(state, ports, tokens, LinkKeys.in(state.keys()))
                .of(service, number, port, management);
        environment.putAll(settings);
        return new ServiceProcess(
                number == 1 ? service.id() : service.id() + "-" + number,
                service.jar(repository),
                port,
                management,
                environment,
                state,
                died);
    }

    private void launch(ServiceProcess process) {
        synchronized (processes) {
            requireOpen();
            process.start();
            if (!processes.contains(process)) {
                processes.add(process);
            }
        }
    }

    private void requireOpen() {
        if (isClosing()) {
            throw new CancellationException("The stack is being stopped");
        }
    }
}
