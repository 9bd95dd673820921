package io.sevenfold.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlertsTest {

    private static final Pattern METRIC = Pattern.compile("sevenfold_[a-z_]+");
    /** What a counter or a unit adds to a meter's name. */
    private static final Pattern ENDING = Pattern.compile("_(total|seconds)$");

    @Test
    void eachLinksToItsSectionOfTheRunbookAndEachSectionHasItsAlert() {
        // Given
        Set<String> sections = Pattern.compile("(?m)^## (Sevenfold\\w+)$")
                .matcher(Repository.text("deploy/runbook.md"))
                .results()
                .map(heading -> heading.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        // When
        List<JsonNode> alerts = alerts();

        // Then
        assertThat(alerts)
                .extracting(alert -> alert.path("alert").asText())
                .containsExactlyInAnyOrderElementsOf(sections);
        for (JsonNode alert : alerts) {
            assertThat(alert.at("/annotations/runbook_url").asText())
                    .endsWith("/runbook.md#" + alert.path("alert").asText().toLowerCase());
            assertThat(alert.at("/annotations/summary").asText()).isNotEmpty();
            assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning");
        }
    }

    @Test
    void andTheDashboardAndTheScalersAskForMetricsThatTheServicesHave() {
        // Given
        Set<String> meters = ServiceCode.SERVICES.stream()
                .flatMap(service -> ServiceCode.of(service).meters().stream())
                .collect(Collectors.toSet());

        // When
        Stream<String> asked = Stream.of("PrometheusRule", "ConfigMap", "ScaledObject")
                .flatMap(kind -> Chart.made("full", kind).stream())
                .flatMap(resource -> METRIC.matcher(resource.json().toString()).results())
                .map(MatchResult::group);

        // Then
        assertThat(asked.filter(metric -> !meters.contains(metric)
                        && !meters.contains(ENDING.matcher(metric).replaceFirst(""))))
                .as("of %s", meters)
                .isEmpty();
    }

    @Test
    void theDashboardIsOfThisChart() {
        JsonNode dashboard = Chart.yaml(Chart.made("full", "ConfigMap")
                .get(0)
                .at("/data/sevenfold.json")
                .asText());
        assertThat(dashboard.path("panels"))
                .isNotEmpty()
                .allMatch(panel -> panel.at("/targets/0/expr").asText().contains("$namespace"));
    }

    private static List<JsonNode> alerts() {
        return Resource.elements(Chart.made("full", "PrometheusRule").get(0).at("/spec/groups"))
                .flatMap(group -> Resource.elements(group.path("rules")))
                .toList();
    }
}
