package io.sevenfold.system;

import io.sevenfold.infra.FreePort;
import io.sevenfold.local.LocalStack;
import io.sevenfold.local.Ports;
import io.sevenfold.local.Service;
import io.sevenfold.local.ServiceProcess;
import io.sevenfold.local.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stack of its own whose processes end as the chart's pods do, and what Kubernetes does for them: whoever calls reaches, in turn,
 * each replica that was ready, and one that ends for as long as the news of it takes.
 */
final class Cluster implements AutoCloseable {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    final LocalStack stack;
    private final Map<Service, List<ServiceProcess>> endpoints = new EnumMap<>(Service.class);
    private final AtomicInteger asked = new AtomicInteger();

    Cluster() {
        this(Map.of());
    }

    /** @param settings of all services besides, as environment variables */
    Cluster(Map<String, String> settings) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/stacks")), "cluster");
            stack = new LocalStack(
                    ROOT,
                    new StateFolder(folder),
                    Ports.free(),
                    dead -> System.err.println(dead.name() + " died; see " + dead.log()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        stack.with("QUARKUS_SHUTDOWN_DELAY", shutdown("delaySeconds").toSeconds() + "S")
                .with("QUARKUS_SHUTDOWN_TIMEOUT", shutdown("timeoutSeconds").toSeconds() + "S")
                // All that are met have the same rep.
                .with("SEVENFOLD_REMINDERS_PER_REP_PER_DAY", "1000")
                // A Deployment's pods have no lasting names.
                .with("SEVENFOLD_KAFKA_INSTANCE_ID", "");
        settings.forEach(stack::with);
        stack.startInfrastructure();
        stack.startServices(Service.values());
        for (Service service : Service.values()) {
            endpoints.put(service, new CopyOnWriteArrayList<>(List.of(stack.service(service))));
        }
    }

    /** What the chart says of how pods end. */
    static Duration shutdown(String value) {
        try {
            String values = Files.readString(ROOT.resolve("deploy/helm/sevenfold/values.yaml"));
            Matcher found = Pattern.compile("(?m)^  " + value + ": (\\d+)$").matcher(values);
            if (!found.find()) {
                throw new IllegalStateException("The chart has no shutdown." + value);
            }
            return Duration.ofSeconds(Long.parseLong(found.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One more replica, which is called once it is ready. */
    void surge(Service service, int number) {
        endpoints.get(service).add(stack.startReplica(service, number, FreePort.find()));
    }

    /** From now on nobody calls it any more. */
    void forget(Service service, ServiceProcess replica) {
        endpoints.get(service).remove(replica);
    }

    /** Those that are called. */
    List<ServiceProcess> replicas(Service service) {
        return List.copyOf(endpoints.get(service));
    }

    /** The base URL of the replica whose turn it is. */
    String url(Service service) {
        List<ServiceProcess> all = replicas(service);
        return all.get(Math.floorMod(asked.getAndIncrement(), all.size())).url();
    }

    @Override
    public void close() {
        stack.close();
    }
}
