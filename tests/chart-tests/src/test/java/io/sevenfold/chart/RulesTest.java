package io.sevenfold.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What we ask of every resource beyond what Kubernetes asks. */
class RulesTest {

    @SuppressWarnings("unused")
    private static final List<String> WAYS = Chart.WAYS;

    @ParameterizedTest
    @FieldSource("WAYS")
    void keepPodsToWhatPodSecurityCallsRestricted(String way) {
        for (Resource resource : withPods(way)) {
            JsonNode pod = resource.pod().path("spec");
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean())
                    .as("%s", resource)
                    .isTrue();
            assertThat(pod.at("/securityContext/runAsUser").asInt())
                    .as("%s", resource)
                    .isPositive();
            assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true))
                    .as("%s", resource)
                    .isFalse();
            assertThat(Resource.elements(pod.path("volumes")).flatMap(volume -> names(volume)))
                    .as("%s", resource)
                    .isSubsetOf("name", "emptyDir", "secret", "configMap");
            for (JsonNode container : resource.containers()) {
                JsonNode security = container.path("securityContext");
                assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                        .isFalse();
                assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
                assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
                assertThat(security.has("privileged")).isFalse();
            }
        }
    }

    @ParameterizedTest
    @FieldSource("WAYS")
    void limitWhatEachContainerTakes(String way) {
        for (Resource resource : withPods(way)) {
            for (JsonNode container : resource.containers()) {
                for (String amount : List.of("requests/cpu", "requests/memory", "limits/cpu", "limits/memory")) {
                    assertThat(container.at("/resources/" + amount).asText())
                            .as("%s %s", resource, amount)
                            .isNotEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("WAYS")
    void haveNoSecretInline(String way) {
        assertThat(Chart.made(way)).extracting(Resource::kind).doesNotContain("Secret");
        for (Resource resource : withPods(way)) {
            for (JsonNode variable : variables(resource)) {
                if (variable.path("name").asText().matches(".*(PASSWORD|JAAS|USERNAME|TOKEN|SECRET).*")
                        && !variable.path("value").asText().endsWith("_worker")) {
                    assertThat(variable.at("/valueFrom/secretKeyRef/name").asText())
                            .as("%s", variable)
                            .isNotEmpty();
                }
            }
        }
    }

    /** The owner of a database is in its migration's pod and in no other; the key that signs links is notifier's alone. */
    @ParameterizedTest
    @FieldSource("WAYS")
    void giveEachPodNoMoreSecretsThanItNeeds(String way) {
        for (Resource resource : withPods(way)) {
            Set<String> secrets = secrets(resource);
            boolean migrates = resource.kind().equals("Job");
            assertThat(secrets.stream()
                            .filter(secret -> secret.endsWith("-owner"))
                            .count())
                    .as("%s", resource)
                    .isEqualTo(migrates ? 1 : 0);
            assertThat(secrets.contains("sevenfold-links"))
                    .as("%s", resource)
                    .isEqualTo(resource.name().equals("sevenfold-notifier"));
            assertThat(migrates && secrets.stream().anyMatch(secret -> secret.matches(".*-(app|worker)")))
                    .as("%s", resource)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @FieldSource("WAYS")
    void leaveNoContainerWithTwoValuesOfAVariableOrAVolumeThatIsNotThere(String way) {
        for (Resource resource : withPods(way)) {
            Set<String> volumes = Resource.elements(resource.pod().at("/spec/volumes"))
                    .map(volume -> volume.path("name").asText())
                    .collect(Collectors.toSet());
            Set<String> mounted = new HashSet<>();
            for (JsonNode container : resource.containers()) {
                assertThat(Resource.elements(container.path("env"))
                                .map(variable -> variable.path("name").asText()))
                        .as("%s", resource)
                        .doesNotHaveDuplicates();
                Resource.elements(container.path("volumeMounts"))
                        .forEach(mount -> mounted.add(mount.path("name").asText()));
            }
            assertThat(mounted).as("%s", resource).isEqualTo(volumes);
        }
    }

    /** A file that a setting names is mounted where the setting says. */
    @ParameterizedTest
    @FieldSource("WAYS")
    void putFilesWhereTheSettingsLookForThem(String way) {
        for (Resource deployment : Chart.made(way, "Deployment")) {
            Set<String> places = Resource.elements(deployment.pod().at("/spec/containers/0/volumeMounts"))
                    .map(mount -> mount.path("mountPath").asText())
                    .collect(Collectors.toSet());
            Resource.elements(deployment.pod().at("/spec/containers/0/env"))
                    .map(variable -> variable.path("value").asText())
                    .filter(value -> value.contains("/etc/sevenfold/"))
                    .map(value -> value.replaceFirst(".*(/etc/sevenfold/[^/]+)/.*", "$1"))
                    .forEach(place -> assertThat(places).as("%s", deployment).contains(place));
        }
    }

    @ParameterizedTest
    @FieldSource("WAYS")
    void haveEachServiceAndBudgetSelectPodsAndEachPortBeThere(String way) {
        for (Resource service : Chart.made(way, "Service")) {
            List<Resource> selected = selected(way, service.at("/spec/selector"));
            assertThat(selected).as("%s", service).hasSize(1);
            Set<String> ports = ports(selected.get(0)).keySet();
            Resource.elements(service.at("/spec/ports"))
                    .forEach(port ->
                            assertThat(ports).contains(port.path("targetPort").asText()));
        }
        for (Resource budget : Chart.made(way, "PodDisruptionBudget")) {
            assertThat(selected(way, budget.at("/spec/selector/matchLabels")))
                    .as("%s", budget)
                    .hasSize(1);
        }
        for (Resource deployment : Chart.made(way, "Deployment")) {
            for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
                assertThat(ports(deployment))
                        .containsKey(deployment
                                .at("/spec/template/spec/containers/0/" + probe + "/httpGet/port")
                                .asText());
            }
        }
    }

    @ParameterizedTest
    @FieldSource("WAYS")
    void haveEachScalerScaleADeploymentThatSaysNoNumberItself(String way) {
        Set<String> scaled = Stream.of("HorizontalPodAutoscaler", "ScaledObject")
                .flatMap(kind -> Chart.made(way, kind).stream())
                .map(scaler -> scaler.at("/spec/scaleTargetRef/name").asText())
                .collect(Collectors.toSet());
        for (Resource deployment : Chart.made(way, "Deployment")) {
            assertThat(deployment.at("/spec/replicas").isMissingNode())
                    .as("%s", deployment)
                    .isEqualTo(scaled.contains(deployment.name()));
        }
    }

    @ParameterizedTest
    @FieldSource("WAYS")
    void haveThePodEndInOrderBeforeItIsKilled(String way) {
        for (Resource deployment : Chart.made(way, "Deployment")) {
            Map<String, String> variables = SettingsTest.values(deployment.pod().at("/spec/containers/0/env"));
            int orderly = deployment
                            .pod()
                            .at("/spec/containers/0/lifecycle/preStop/sleep/seconds")
                            .asInt()
                    + seconds(variables.get("QUARKUS_SHUTDOWN_DELAY"))
                    + seconds(variables.get("QUARKUS_SHUTDOWN_TIMEOUT"));
            assertThat(deployment
                            .pod()
                            .at("/spec/terminationGracePeriodSeconds")
                            .asInt())
                    .isGreaterThanOrEqualTo(orderly + 30);
        }
    }

    @Test
    void letNothingThroughButWhatIsNamed() {
        for (String way : List.of("default", "full")) {
            for (Resource resource : withPods(way)) {
                JsonNode labels = resource.pod().at("/metadata/labels");
                List<Resource> policies = Chart.made(way, "NetworkPolicy").stream()
                        .filter(policy -> matches(policy.at("/spec/podSelector/matchLabels"), labels))
                        .toList();
                assertThat(policies).as("%s: nothing, and its own", resource).hasSize(2);
                for (Resource policy : policies) {
                    assertThat(policy.at("/spec/policyTypes").toString()).contains("Ingress", "Egress");
                    allPorts(policy.at("/spec/ingress"))
                            .forEach(port -> assertThat(ports(resource)).containsKey(port));
                    assertThat(allPorts(policy.at("/spec/egress"))).allMatch(port -> port.matches("\\d+"));
                }
            }
        }
    }

    @Test
    void letEachPodReachWhatItIsConfiguredToReachAndNothingElse() {
        String dns = "53,53 at kube-system 169.254.20.10/32";
        String postgres = "5432 at sevenfold-postgres";
        String kafka = "9093,9094 at sevenfold";
        String otlp = "4317 at tracing";
        assertThat(reached("full", "contacts")).containsExactly(dns, postgres, kafka, otlp);
        assertThat(reached("full", "notifier")).containsExactly(dns, postgres, kafka, otlp, "465 at 192.0.2.0/24");
        assertThat(reached("full", "notifier-migrations")).containsExactly(dns, postgres);
        assertThat(reached("default", "cadence")).containsExactly(dns, "5432 at any", "9093 at any", "443 at any");
    }

    /** A policy sees the pod's port, and not that of the Service before it. */
    @Test
    void letEachPodReachThePortsOfPodsWhereTheyAreNamed() {
        List<Resource> made = Chart.madeOf("""
                otlp: { endpoint: "http://collector" }
                networkPolicy: { ports: { dns: 5353, smtp: 2525, jwks: 8443, otlp: 4317 } }
                """);
        assertThat(reached(made, "notifier"))
                .containsExactly(
                        "5353,5353 at kube-system 169.254.20.10/32",
                        "5432 at any",
                        "9093 at any",
                        "8443 at any",
                        "4317 at any",
                        "2525 at any");
    }

    @Test
    void letNobodyToTheManagementPortUnlessNamed() {
        for (Resource policy : Chart.made("default", "NetworkPolicy")) {
            assertThat(allPorts(policy.at("/spec/ingress"))).as("%s", policy).doesNotContain("management");
        }
        for (Resource policy : Chart.made("full", "NetworkPolicy")) {
            Resource.elements(policy.at("/spec/ingress"))
                    .filter(rule -> rule.toString().contains("management"))
                    .forEach(rule ->
                            assertThat(rule.path("from")).as("%s", policy).isNotEmpty());
        }
    }

    private static List<String> reached(String way, String component) {
        return reached(Chart.made(way), component);
    }

    /** Each rule as its ports and whom it lets through. */
    private static List<String> reached(List<Resource> made, String component) {
        return made.stream()
                .filter(resource -> resource.kind().equals("NetworkPolicy"))
                .filter(policy -> policy.name().equals("sevenfold-" + component))
                .flatMap(policy -> Resource.elements(policy.at("/spec/egress")))
                .map(rule -> Resource.elements(rule.path("ports"))
                                .map(port -> port.path("port").asText())
                                .collect(Collectors.joining(","))
                        + " at " + peers(rule.path("to")))
                .toList();
    }

    private static String peers(JsonNode to) {
        return to.isEmpty()
                ? "any"
                : Resource.elements(to).map(RulesTest::innermost).collect(Collectors.joining(" "));
    }

    private static String innermost(JsonNode peer) {
        return peer.isObject() ? innermost(peer.elements().next()) : peer.asText();
    }

    private static Stream<String> allPorts(JsonNode rules) {
        return Resource.elements(rules)
                .flatMap(rule -> Resource.elements(rule.path("ports")))
                .map(port -> port.path("port").asText());
    }

    private static List<Resource> withPods(String way) {
        return Chart.made(way).stream().filter(Resource::hasPods).toList();
    }

    private static List<JsonNode> variables(Resource resource) {
        return resource.containers().stream()
                .flatMap(container -> Resource.elements(container.path("env")))
                .toList();
    }

    private static Set<String> secrets(Resource resource) {
        Stream<String> asVariables = variables(resource).stream()
                .map(variable -> variable.at("/valueFrom/secretKeyRef/name").asText());
        Stream<String> asFiles = Resource.elements(resource.pod().at("/spec/volumes"))
                .map(volume -> volume.at("/secret/secretName").asText());
        return Stream.concat(asVariables, asFiles)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private static List<Resource> selected(String way, JsonNode selector) {
        return withPods(way).stream()
                .filter(resource -> matches(selector, resource.pod().at("/metadata/labels")))
                .toList();
    }

    private static boolean matches(JsonNode selector, JsonNode labels) {
        return Resource.strings(labels)
                .entrySet()
                .containsAll(Resource.strings(selector).entrySet());
    }

    private static Map<String, Integer> ports(Resource resource) {
        return resource.containers().stream()
                .flatMap(container -> Resource.elements(container.path("ports")))
                .collect(Collectors.toMap(
                        port -> port.path("name").asText(),
                        port -> port.path("containerPort").asInt()));
    }

    private static Stream<String> names(JsonNode object) {
        return Resource.strings(object).keySet().stream();
    }

    private static int seconds(String duration) {
        return Integer.parseInt(duration.replace("S", ""));
    }
}
