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
                    .isEqualTo("https://wiki.example.com/sevenfold/runbook#"
                            + alert.path("alert").asText().toLowerCase());
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
    void fireForAServiceThatNobodySees() {
        // When
        String expression = expression("SevenfoldRelayWithoutLeader");

        // Then
        for (String service : ServiceCode.SERVICES) {
            assertThat(expression)
                    .contains(
                            "or sum by (component) (absent(sevenfold_relay_leader{namespace=\"sales\",component=\"%s\"}))"
                                    .formatted(service));
        }
    }

    /** Services by the label that the ServiceMonitor makes of theirs; PostgreSQL by its pods' names. */
    @Test
    void askForLabelsThatTheMonitorsGive() {
        JsonNode relabelling = Chart.made("full", "ServiceMonitor").get(0).at("/spec/endpoints/0/relabelings/0");
        assertThat(relabelling.path("targetLabel").asText()).isEqualTo("component");
        assertThat(relabelling.at("/sourceLabels/0").asText())
                .isEqualTo("__meta_kubernetes_service_label_app_kubernetes_io_component");
        for (Resource service : Chart.made("full", "Service")) {
            assertThat(ServiceCode.SERVICES)
                    .contains(service.at("/metadata/labels/app.kubernetes.io~1component")
                            .asText());
        }

        String cluster = Chart.made("full", "Cluster").get(0).name();
        assertThat(Chart.made("full", "PodMonitor"))
                .singleElement()
                .extracting(monitor -> monitor.at("/spec/selector/matchLabels/cnpg.io~1cluster")
                        .asText())
                .isEqualTo(cluster);
        assertThat(expression("SevenfoldDatabaseFull"))
                .isEqualTo("sum by (pod) (cnpg_backends_total{namespace=\"sales\",pod=~\"sevenfold-postgres-[0-9]+\"})"
                        + " > 0.85 * 600");
    }

    /** cert-manager's own ServiceMonitor does not honour labels: `namespace` is then cert-manager's. */
    @Test
    void knowACertificatesNamespaceHoweverItIsScraped() {
        assertThat(expression("SevenfoldCertificateExpires"))
                .contains("{exported_namespace=\"sales\"}", "{namespace=\"sales\",exported_namespace=\"\"}");
    }

    @Test
    void theDashboardBeginsWithWhoPublishesAndWhatIsStillToHandle() {
        JsonNode dashboard = Chart.yaml(Chart.made("full", "ConfigMap")
                .get(0)
                .at("/data/sevenfold.json")
                .asText());
        assertThat(Resource.elements(dashboard.path("panels"))
                        .filter(panel -> panel.at("/gridPos/y").asInt() == 0)
                        .map(panel -> panel.at("/targets/0/expr").asText()))
                .anyMatch(asked -> asked.contains("sevenfold_relay_leader"))
                .anyMatch(asked -> asked.contains("sevenfold_consumer_lag"));
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

    private static String expression(String alert) {
        return alerts().stream()
                .filter(each -> each.path("alert").asText().equals(alert))
                .findAny()
                .orElseThrow()
                .path("expr")
                .asText();
    }

    private static List<JsonNode> alerts() {
        return Resource.elements(Chart.made("full", "PrometheusRule").get(0).at("/spec/groups"))
                .flatMap(group -> Resource.elements(group.path("rules")))
                .toList();
    }
}
