package io.sevenfold.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sevenfold.chart.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What Kubernetes hands to its runtime for a container of a pod: an image and a {@code config.json} of the Open Container
 * Initiative. The network is this machine's, so ports are other ones than the chart's.
 */
final class Bundle {

    private static final List<String> NONE = List.of();

    private final Image image;
    private final Cluster cluster;
    private final JsonNode pod;
    private final JsonNode container;
    private final Map<String, Integer> ports;

    /**
     * @param pod its {@code spec}
     * @param container one of its containers
     * @param ports variables that name a port, and the port of this machine that stands in for it
     */
    Bundle(Image image, Cluster cluster, JsonNode pod, JsonNode container, Map<String, Integer> ports) {
        this.image = image;
        this.cluster = cluster;
        this.pod = pod;
        this.container = container;
        this.ports = ports;
    }

    /** Writes it, with the files that the container mounts, to a folder. */
    void writeTo(Path folder, String id) {
        try {
            new ObjectMapper().writeValue(folder.resolve("config.json").toFile(), config(folder, id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, ?> config(Path folder, String id) throws IOException {
        return Map.of(
                "ociVersion",
                "1.0.2",
                "root",
                Map.of(
                        "path",
                        image.root().toString(),
                        "readonly",
                        security("readOnlyRootFilesystem").asBoolean()),
                "process",
                process(),
                "mounts",
                mounts(folder),
                "linux",
                Map.of(
                        "cgroupsPath",
                        id,
                        "namespaces",
                        Stream.of("pid", "mount", "ipc")
                                .map(type -> Map.of("type", type))
                                .toList(),
                        "resources",
                        Map.of(
                                "memory",
                                Map.of("limit", bytes(limit("memory"))),
                                "cpu",
                                Map.of("period", 100_000, "quota", (long) (cpus(limit("cpu")) * 100_000)))));
    }

    private Map<String, ?> process() {
        if (!security("capabilities").at("/drop/0").asText().equals("ALL")) {
            throw new IllegalStateException("The chart leaves capabilities to " + container);
        }
        JsonNode user = pod.path("securityContext");
        return Map.of(
                "user",
                Map.of(
                        "uid",
                        user.path("runAsUser").asInt(),
                        "gid",
                        user.path("runAsGroup").asInt(),
                        "additionalGids",
                        List.of(user.path("fsGroup").asInt())),
                "args",
                image.entrypoint(),
                "env",
                environment(),
                "cwd",
                image.config().path("WorkingDir").asText(),
                "capabilities",
                Map.of("bounding", NONE, "effective", NONE, "permitted", NONE, "inheritable", NONE),
                "noNewPrivileges",
                !security("allowPrivilegeEscalation").asBoolean(true));
    }

    private List<String> environment() {
        Map<String, String> variables = new TreeMap<>();
        for (JsonNode variable : container.path("env")) {
            JsonNode secret = variable.at("/valueFrom/secretKeyRef");
            variables.put(
                    variable.path("name").asText(),
                    secret.isMissingNode()
                            ? variable.path("value").asText()
                            : cluster.value(
                                    secret.path("name").asText(),
                                    secret.path("key").asText()));
        }
        ports.forEach((variable, port) -> variables.computeIfPresent(variable, (name, chart) -> port.toString()));
        List<String> all = new ArrayList<>(image.environment());
        variables.forEach((name, value) -> all.add(name + "=" + value));
        return all;
    }

    private List<Map<String, ?>> mounts(Path folder) throws IOException {
        List<Map<String, ?>> mounts = new ArrayList<>(List.of(
                mount("/proc", "proc", "proc"),
                mount("/dev", "tmpfs", "tmpfs", "nosuid", "mode=755"),
                mount("/sys", "sysfs", "sysfs", "nosuid", "noexec", "nodev", "ro"),
                mount("/sys/fs/cgroup", "cgroup", "cgroup", "nosuid", "noexec", "nodev", "ro"),
                mount("/etc/hosts", "bind", "/etc/hosts", "bind", "ro")));
        for (JsonNode mount : container.path("volumeMounts")) {
            String name = mount.path("name").asText();
            String place = mount.path("mountPath").asText();
            JsonNode volume = Resource.elements(pod.path("volumes"))
                    .filter(each -> each.path("name").asText().equals(name))
                    .findFirst()
                    .orElseThrow();
            JsonNode space = volume.at("/emptyDir/sizeLimit");
            mounts.add(
                    space.isMissingNode()
                            ? mount(
                                    place,
                                    "bind",
                                    files(folder.resolve(name), volume).toString(),
                                    "bind",
                                    "ro")
                            : mount(place, "tmpfs", "tmpfs", "mode=1777", "size=" + bytes(space.asText())));
        }
        return mounts;
    }

    /** A folder with what a volume takes out of its Secret or ConfigMap. */
    private Path files(Path folder, JsonNode volume) throws IOException {
        Files.createDirectories(folder);
        JsonNode source = volume.has("secret") ? volume.path("secret") : volume.path("configMap");
        String name = source.path(volume.has("secret") ? "secretName" : "name").asText();
        for (JsonNode item : source.path("items")) {
            Files.writeString(
                    folder.resolve(item.path("path").asText()),
                    cluster.value(name, item.path("key").asText()));
        }
        return folder;
    }

    private static Map<String, ?> mount(String place, String type, String source, String... options) {
        return Map.of("destination", place, "type", type, "source", source, "options", List.of(options));
    }

    private JsonNode security(String field) {
        return container.path("securityContext").path(field);
    }

    private String limit(String of) {
        return container.at("/resources/limits/" + of).asText();
    }

    private static long bytes(String quantity) {
        if (!quantity.endsWith("Mi")) {
            throw new IllegalArgumentException(quantity + " is not in Mi");
        }
        return Long.parseLong(quantity.substring(0, quantity.length() - 2)) << 20;
    }

    private static double cpus(String quantity) {
        return quantity.endsWith("m")
                ? Double.parseDouble(quantity.substring(0, quantity.length() - 1)) / 1000
                : Double.parseDouble(quantity);
    }
}
