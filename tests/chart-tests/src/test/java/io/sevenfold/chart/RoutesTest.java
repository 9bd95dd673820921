package io.sevenfold.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One host leads to all services. */
class RoutesTest {

    @Test
    void leadEachPathOfAServiceToIt() {
        // When
        Map<String, String> ingress = ofIngress();

        // Then
        for (String service : ServiceCode.SERVICES) {
            for (String path : ServiceCode.of(service).paths()) {
                assertThat(ingress).as("%s of %s", path, service).containsEntry(path, "sevenfold-" + service);
            }
        }
    }

    @Test
    void areTheSameByIngressAndByGateway() {
        assertThat(ofGateway()).isEqualTo(ofIngress());
    }

    @Test
    void leadNowhereTwiceAndNeverToTheManagementPort() {
        Map<String, String> ingress = ofIngress();
        assertThat(ingress.keySet()).noneMatch(path -> path.startsWith("/q"));
        for (String path : ingress.keySet()) {
            assertThat(ingress.keySet()).noneMatch(other -> other.startsWith(path + "/"));
        }
    }

    private static Map<String, String> ofIngress() {
        Map<String, String> routes = new LinkedHashMap<>();
        Resource.elements(Chart.made("full", "Ingress").get(0).at("/spec/rules/0/http/paths"))
                .forEach(path -> assertThat(routes.put(
                                path.path("path").asText(),
                                path.at("/backend/service/name").asText()))
                        .as("%s", path)
                        .isNull());
        return routes;
    }

    private static Map<String, String> ofGateway() {
        Map<String, String> routes = new LinkedHashMap<>();
        Resource.elements(Chart.made("full", "HTTPRoute").get(0).at("/spec/rules"))
                .forEach(rule -> Resource.elements(rule.path("matches"))
                        .forEach(match -> routes.put(
                                match.at("/path/value").asText(),
                                rule.at("/backendRefs/0/name").asText())));
        return routes;
    }
}
