package io.sevenfold.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest {

    @ParameterizedTest
    @ValueSource(strings = {"default", "minimal", "full"})
    void hasNothingThatHelmComplainsOf(String way, @TempDir Path folder) {
        // When
        var linted = Chart.lint(way, folder);

        // Then
        assertThat(linted.isFailed()).as("%s", linted.getMessages()).isFalse();
        assertThat(linted.getMessages()).noneMatch(message -> message.startsWith("[WARNING]"));
    }

    @Test
    void makesTheFourServicesOfItsOwnValues() {
        assertThat(Chart.made("default", "Deployment"))
                .extracting(Resource::name)
                .containsExactlyInAnyOrder(
                        "sevenfold-contacts", "sevenfold-interactions", "sevenfold-cadence", "sevenfold-notifier");
        assertThat(Chart.made("default"))
                .extracting(Resource::apiVersion)
                .as("no operator is needed")
                .allMatch(version -> !version.contains(".") || version.contains(".k8s.io"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hosts: a.example.com                                      | hosts
            host: https://a.example.com                               | /host
            database: { port: '5432' }                                | /database/port
            database: { password: secret }                            | password
            kafka: { authentication: plain }                          | /kafka/authentication
            kafka: { bootstrapServers: kafka }                        | /kafka/bootstrapServers
            services: { notifer: { replicas: 2 } }                    | notifer
            services: { contacts: { replicas: 0 } }                   | /services/contacts/replicas
            services: { contacts: { autoscaling: { kind: both } } }   | /services/contacts/autoscaling/kind
            services: { cadence: { autoscaling: { maxReplicas: 13 } } } | /services/cadence/autoscaling/maxReplicas
            services: { cadence: { autoscaling: { minReplicas: 7 } } }  | services.cadence.autoscaling.minReplicas
            services: { notifier: { settings: { sevenfold.smtp.password: x } } } | sevenfold.smtp.password
            services: { notifier: { resources: { limits: { cpu: '1', memory: 1Gi } } } } | /services/notifier/resources
            services: { notifier: { image: { digest: latest } } }     | /services/notifier/image/digest
            shutdown: { graceSeconds: 20 }                            | shutdown.graceSeconds
            monitoring: { serviceMonitor: { enabled: true } }         | networkPolicy.monitoring
            gateway: { enabled: true }                                | gateway.parentRefs
            kafka: { authentication: none }\\nstrimzi: { users: { enabled: true } } | kafka.authentication
            """)
    void refusesAWrongValueByItsName(String values, String named) {
        assertThatThrownBy(() -> Chart.madeOf(values.replace("\\n", "\n"))).hasMessageContaining(named);
    }

    @Test
    void explainsEachValueInASentence() {
        // Given
        JsonNode schema = Chart.yaml(Repository.text("deploy/helm/sevenfold/values.schema.json"));
        List<String> silent = new ArrayList<>();

        // When
        explained(schema, "", silent);
        explained(schema.at("/$defs/service"), "/services", silent);

        // Then
        assertThat(silent).isEmpty();
    }

    private static void explained(JsonNode schema, String place, List<String> silent) {
        if (!schema.has("$ref") && !schema.path("description").asText().matches("(?s).*[.:…].*")) {
            silent.add(place);
        }
        if (schema.path("type").asText().equals("object")
                && !schema.has("additionalProperties")
                && schema.has("properties")) {
            silent.add(place + " takes anything");
        }
        Stream.of(schema.path("properties"))
                .flatMap(properties -> properties.properties().stream())
                .forEach(property -> explained(property.getValue(), place + "/" + property.getKey(), silent));
    }
}
