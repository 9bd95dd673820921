package io.sevenfold.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each environment variable of a container is one that its service, Quarkus, Kafka or the JVM reads: a misspelt one fails. */
class SettingsTest {

    /** Those that must be there: the services have no default for them. */
    private static final Set<String> NEEDED = Set.of(
            "SEVENFOLD_DATABASE_URL",
            "SEVENFOLD_JWT_ISSUER",
            "SEVENFOLD_JWT_PUBLIC_KEY_LOCATION",
            "KAFKA_BOOTSTRAP_SERVERS");

    private static final Map<String, String> QUARKUS = quarkus();

    @ParameterizedTest
    @ValueSource(strings = {"default", "minimal", "full"})
    void areReadByTheService(String way) {
        for (Resource resource : Chart.made(way)) {
            if (resource.hasPods()) {
                String service = resource.at("/metadata/labels/app.kubernetes.io~1component")
                        .asText()
                        .replace("-migrations", "");
                Set<String> read = ServiceCode.of(service).variables();
                for (JsonNode container : resource.containers()) {
                    Set<String> given = values(container.path("env")).keySet();
                    assertThat(given.stream().filter(variable -> !isRead(variable, read)))
                            .as("%s, which reads %s", resource, read)
                            .isEmpty();
                    assertThat(given).as("%s", resource).containsAll(NEEDED);
                }
            }
        }
    }

    @Test
    void ofAServiceMayBeSetByTheirNames() {
        // When
        Map<String, String> notifier = environment("full", "notifier");

        // Then
        assertThat(notifier)
                .containsEntry("SEVENFOLD_REMINDERS_RESEND_UNKNOWN", "true")
                .containsEntry("SEVENFOLD_REMINDERS_BATCH", "40")
                .containsEntry("QUARKUS_HTTP_LIMITS_MAX_BODY_SIZE", "2097152");
    }

    @Test
    void ofTheJvmAreTheRunningServicesOwn() {
        assertThat(environment("full", "notifier")).containsEntry("JAVA_TOOL_OPTIONS", "-Xmx300m");
        assertThat(environment("full", "cadence")).doesNotContainKey("JAVA_TOOL_OPTIONS");
    }

    @Test
    void areCheckedAgainstWhatIsReallyRead() {
        Set<String> read = ServiceCode.of("notifier").variables();
        assertThat(isRead("SEVENFOLD_SMTP_HOST", read)).isTrue();
        assertThat(isRead("SEVENFOLD_SMTP_HOSTS", read)).isFalse();
        assertThat(isRead("QUARKUS_SHUTDOWN_DELAYS", read)).isFalse();
        assertThat(isRead("QUARKUS_MANAGEMENT_ENABLED", read))
                .as("fixed when it is built")
                .isFalse();
        assertThat(isRead("KAFKA_SSL_TRUSTSTORE_LOCATIONS", read)).isFalse();
        assertThat(ServiceCode.of("contacts").variables()).doesNotContain("SEVENFOLD_SMTP_HOST");
    }

    static Map<String, String> values(JsonNode variables) {
        Map<String, String> values = new TreeMap<>();
        Resource.elements(variables)
                .forEach(variable -> values.put(
                        variable.path("name").asText(), variable.path("value").asText()));
        return values;
    }

    private static Map<String, String> environment(String way, String service) {
        return Chart.made(way, "Deployment").stream()
                .filter(deployment -> deployment.name().equals("sevenfold-" + service))
                .map(deployment -> values(deployment.pod().at("/spec/containers/0/env")))
                .findAny()
                .orElseThrow();
    }

    private static boolean isRead(String variable, Set<String> ofService) {
        if (variable.equals("JAVA_TOOL_OPTIONS")) {
            return true;
        }
        if (variable.startsWith("QUARKUS_")) {
            return "RUN_TIME".equals(QUARKUS.get(variable));
        }
        if (variable.startsWith("KAFKA_")) {
            String setting = variable.substring("KAFKA_".length())
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '.');
            return ConsumerConfig.configNames().contains(setting)
                    && ProducerConfig.configNames().contains(setting);
        }
        return ofService.contains(variable);
    }

    /** Quarkus' own list of its settings: variable and phase. */
    private static Map<String, String> quarkus() {
        Map<String, String> phases = new TreeMap<>();
        try {
            for (URL model : Collections.list(SettingsTest.class
                    .getClassLoader()
                    .getResources("META-INF/quarkus-config-doc/quarkus-config-model.json"))) {
                for (JsonNode item : new ObjectMapper().readTree(model).findParents("phase")) {
                    for (String variable : new TreeSet<>(item.findValuesAsText("environmentVariable"))) {
                        phases.put(variable, item.path("phase").asText());
                    }
                }
            }
            return phases;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
