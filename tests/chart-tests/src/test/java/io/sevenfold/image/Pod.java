package io.sevenfold.image;

import com.fasterxml.jackson.databind.JsonNode;
import io.sevenfold.chart.Resource;
import io.sevenfold.infra.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A service as the chart has it run: its migrations, what its pod waits for, and then itself. */
final class Pod implements AutoCloseable {

    static final List<String> PROBES = List.of("startupProbe", "readinessProbe", "livenessProbe");

    private static final String API = "QUARKUS_HTTP_PORT";
    private static final String MANAGEMENT = "QUARKUS_MANAGEMENT_PORT";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final JsonNode spec;
    private final Map<String, Integer> ports;
    private final Container container;

    private Pod(JsonNode spec, Map<String, Integer> ports, Container container) {
        this.spec = spec;
        this.ports = ports;
        this.container = container;
    }

    /** @param folder for its containers */
    static Pod start(Image image, Cluster cluster, Path folder) {
        String service = image.service();
        runToItsEnd(image, cluster, cluster.migrations(service), "containers", folder.resolve(service + "-migrations"));
        Resource deployment = cluster.deployment(service);
        runToItsEnd(image, cluster, deployment, "initContainers", folder.resolve(service + "-init"));
        JsonNode spec = deployment.pod().path("spec");
        Map<String, Integer> ports = Map.of(API, FreePort.find(), MANAGEMENT, FreePort.find());
        Bundle bundle = new Bundle(image, cluster, spec, spec.at("/containers/0"), ports);
        Pod pod = new Pod(spec, ports, new Container(folder.resolve(service), bundle));
        try {
            pod.awaitReady();
            return pod;
        } catch (RuntimeException e) {
            String log = pod.container.endOfLog();
            pod.close();
            throw new IllegalStateException("%s is not ready%n%s".formatted(service, log), e);
        }
    }

    Container container() {
        return container;
    }

    /** What a probe of the chart's is answered. */
    int answer(String probe) {
        JsonNode get = spec.at("/containers/0").path(probe).path("httpGet");
        if (!get.path("port").asText().equals("management")) {
            throw new IllegalStateException("Asked at another port: " + get);
        }
        return answer(URI.create(
                "http://127.0.0.1:" + ports.get(MANAGEMENT) + get.path("path").asText()));
    }

    /** The base address of its API, without a slash at the end. */
    String url() {
        return "http://127.0.0.1:" + ports.get(API);
    }

    Duration grace() {
        return Duration.ofSeconds(spec.path("terminationGracePeriodSeconds").asInt());
    }

    @Override
    public void close() {
        container.close();
    }

    private void awaitReady() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> !container.isAlive() || PROBES.stream().allMatch(probe -> answer(probe) == 200));
        if (!container.isAlive()) {
            throw new IllegalStateException("It ended");
        }
    }

    private static void runToItsEnd(Image image, Cluster cluster, Resource resource, String which, Path folder) {
        JsonNode spec = resource.pod().path("spec");
        Bundle bundle = new Bundle(image, cluster, spec, spec.path(which).path(0), Map.of());
        try (Container container = new Container(folder, bundle)) {
            container.awaitDone();
        }
    }

    private static int answer(URI address) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(address)
                                    .timeout(Duration.ofSeconds(3))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
