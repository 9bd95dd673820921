package io.sevenfold.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Jobs that migrate: Kubernetes refuses another template for a Job that is there. */
class MigrationsTest {

    private static final String NOTHING = "{}";
    private static final List<String> CHANGES = List.of(
            "image: { pullSecrets: [registry] }",
            "image: { pullPolicy: Always }",
            "image: { registry: registry.example.com }",
            "database: { existingCa: { name: postgres-ca } }",
            "database: { existingCa: { name: postgres-ca, key: root.crt } }",
            "services: { contacts: { image: { tag: 0.2.0 } } }",
            "services: { contacts: { settings: { quarkus.log.level: DEBUG } } }",
            "services: { contacts: { database: { existingSecrets: { owner: { key: pass } } } } }",
            "migrations: { resources: { limits: { memory: 1Gi } } }");

    @Test
    void haveOneTemplateForEachNameWhateverIsUpgraded(@TempDir Path newer) {
        // Given
        Map<String, JsonNode> templates = new HashMap<>();
        Stream<Resource> upgrades = Stream.concat(
                Stream.concat(Stream.of(NOTHING), CHANGES.stream()).flatMap(values -> Chart.madeOf(values).stream()),
                Chart.madeInVersion("0.2.0", NOTHING, newer).stream());

        // When
        upgrades.filter(MigrationsTest::isJob).forEach(job -> {
            JsonNode before = templates.putIfAbsent(job.name(), job.pod());

            // Then
            assertThat(before == null || before.equals(job.pod())).as("%s", job).isTrue();
        });
    }

    @Test
    void areOthersWhereTheTemplateIsAnother() {
        for (String change : CHANGES) {
            assertThat(ofContacts(Chart.madeOf(change)).name())
                    .as(change)
                    .isNotEqualTo(ofContacts(Chart.made("default")).name());
        }
    }

    @Test
    void stayAsTheyAreWhereOnlyTheChartIsNewer(@TempDir Path newer) {
        // Given
        String sameImages = ServiceCode.SERVICES.stream()
                .map(service -> service + ": { image: { tag: 0.1.0 } }")
                .collect(Collectors.joining(", ", "services: { ", " }"));

        // When
        Resource before = ofContacts(Chart.madeOf(sameImages));
        Resource after = ofContacts(Chart.madeInVersion("0.2.0", sameImages, newer));

        // Then
        assertThat(after.name()).isEqualTo(before.name());
        assertThat(after.pod()).isEqualTo(before.pod());
        assertThat(after.at("/metadata/labels")).isNotEqualTo(before.at("/metadata/labels"));
    }

    @Test
    void leaveTheLogOfEachPodThatFailed() {
        assertThat(Chart.made("default", "Job"))
                .allMatch(job -> job.pod().at("/spec/restartPolicy").asText().equals("Never"));
    }

    /** Pods carry their Job's name as a label, and a label has 63 characters at most; a release's name has 53. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-release-whose-name-is-as-long-as-a-release-s-can-be",
                "a-release-whose-name-ends-at--a-dash-where-it-is-cut",
            })
    void haveNamesThatFitALabel(String release) {
        assertThat(Chart.madeAs(release, NOTHING))
                .extracting(Resource::name)
                .allMatch(name -> name.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"));
    }

    private static Resource ofContacts(List<Resource> made) {
        return made.stream()
                .filter(MigrationsTest::isJob)
                .filter(job -> job.name().startsWith("sevenfold-contacts-migrations-"))
                .findAny()
                .orElseThrow();
    }

    private static boolean isJob(Resource resource) {
        return resource.kind().equals("Job");
    }
}
