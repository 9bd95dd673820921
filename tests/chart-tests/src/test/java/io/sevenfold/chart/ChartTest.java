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
            otlp: { endpoint: 'collector:4317' }                      | /otlp/endpoint
            services: { cadence: { autoscaling: { kind: keda } } }    | services.cadence.autoscaling.kind
            monitoring: { rules: { enabled: true } }                  | monitoring.rules.runbookUrl
            monitoring: { rules: { enabled: true, runbookUrl: wiki } } | /monitoring/rules/runbookUrl
            monitoring: { rules: { enabled: true, runbookUrl: 'https://wiki.example.com' } } | monitoring.serviceMonitor
            cloudnativepg: { enabled: true, maxConnections: 239 }     | cloudnativepg.maxConnections
            cloudnativepg: { enabled: true, maxConnections: 319 }\\nservices: { cadence: { autoscaling: { kind: hpa } } } | up to 320
            services: { contacts: { settings: { kafka.bootstrap.servers: 'b:9092' } } } | kafka.bootstrap.servers
            services: { contacts: { settings: { quarkus.flyway.migrate-at-start: true } } } | quarkus.flyway.migrate-at-start
            services: { notifier: { settings: { sevenfold.smtp.host: relay } } } | services.notifier.settings: sevenfold.smtp.host
            services: { notifier: { settings: { quarkus.log.level: WARN, quarkus.log-level: INFO } } } | quarkus.log.level
            networkPolicy: { ports: { postgres: 5432 } }              | postgres
            kafka: { authentication: none }\\nstrimzi: { users: { enabled: true } } | kafka.authentication
            """)
    void refusesAWrongValueByItsName(String values, String named) {
        assertThatThrownBy(() -> Chart.madeOf(values.replace("\\n", "\n"))).hasMessageContaining(named);
    }

    @Test
    void takesAsManyConnectionsAsThePodsOfAnUpdateHave() {
        assertThat(Chart.madeOf("cloudnativepg: { enabled: true, maxConnections: 240 }"))
                .extracting(Resource::kind)
                .contains("Cluster");
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
