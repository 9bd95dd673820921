package io.sevenfold.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesModelsTest {

    private static final List<String> KINDS = List.of(
            "Cluster",
            "ConfigMap",
            "Database",
            "Deployment",
            "HTTPRoute",
            "HorizontalPodAutoscaler",
            "Ingress",
            "Job",
            "KafkaTopic",
            "KafkaUser",
            "NetworkPolicy",
            "PodDisruptionBudget",
            "PodMonitor",
            "PrometheusRule",
            "ScaledObject",
            "Service",
            "ServiceAccount",
            "ServiceMonitor");

    @ParameterizedTest
    @ValueSource(strings = {"default", "minimal", "full"})
    void takeEveryResourceAsItIs(String way) {
        for (Resource resource : Chart.made(way)) {
            assertThat(KubernetesModels.fault(resource)).as("%s", resource).isEmpty();
        }
    }

    /** KEDA's schema takes any metadata; what its Prometheus scaler asks for is in its documentation. */
    @Test
    void giveEachTriggerWhatItsScalerAsksFor() {
        List<JsonNode> triggers = Chart.made("full", "ScaledObject").stream()
                .flatMap(resource -> Resource.elements(resource.json().at("/spec/triggers")))
                .toList();
        assertThat(triggers).isNotEmpty().allSatisfy(trigger -> {
            assertThat(trigger.get("type").asText()).isEqualTo("prometheus");
            assertThat(trigger.get("metadata").fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("serverAddress", "query", "threshold");
        });
    }

    @Test
    void seeEveryKindThatTheChartCanMake() {
        assertThat(Chart.made("full").stream().map(Resource::kind).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(KINDS);
    }

    @ParameterizedTest
    @CsvSource({
        "Deployment, /spec, replica, 2",
        "Deployment, /spec, replicas, two",
        "Job, /spec/template, specs, x",
        "Service, /spec, type, 7",
        "KafkaTopic, /spec, partition, 12",
        "KafkaTopic, /spec, partitions, twelve",
        "KafkaUser, /spec/authorization, acl, x",
        "ServiceMonitor, /spec, endpoint, x",
        "PodMonitor, /spec, podMetricsEndpoint, x",
        "PrometheusRule, /spec, group, x",
        "HTTPRoute, /spec, hostname, x",
        "ScaledObject, /spec, triggered, x",
        "Cluster, /spec, instance, 3",
        "Database, /spec, owned, x",
        "Database, /metadata, label, x",
        "NetworkPolicy, /spec, policyType, x"
    })
    void refuseWhatIsMisspeltOrOfAnotherType(String kind, String place, String field, String value) {
        // Given
        Resource right = Chart.made("full", kind).get(0);
        ObjectNode json = right.json().deepCopy();
        ObjectNode changed = (ObjectNode) json.at(place);

        // When
        if (value.matches("\\d+")) {
            changed.put(field, Integer.parseInt(value));
        } else {
            changed.put(field, value);
        }

        // Then
        assertThat(KubernetesModels.fault(new Resource(json))).as("%s", changed).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "Deployment, /spec, selector", "Job, /spec, template", "Ingress, /spec/rules/0/http, paths",
        "HorizontalPodAutoscaler, /spec, maxReplicas", "ScaledObject, /spec, triggers", "Database, /spec, owner",
        "Cluster, /spec, instances"
    })
    void refuseWhatLacksARequiredField(String kind, String place, String field) {
        // Given
        ObjectNode json = Chart.made("full", kind).get(0).json().deepCopy();

        // When
        ((ObjectNode) json.at(place)).remove(field);

        // Then
        assertThat(KubernetesModels.fault(new Resource(json))).isPresent();
    }
}
