package io.sevenfold.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The image's file, held together with the chart. */
class ImageTest {

    private static final String DOCKERFILE = Repository.text("deploy/images/Dockerfile");

    @Test
    void runsAsTheUserThatTheChartNames() {
        // Given
        JsonNode security = Chart.made("default", "Deployment").get(0).pod().at("/spec/securityContext");

        // Then
        assertThat(all("(?m)^USER (.*)$"))
                .containsExactly(security.path("runAsUser").asText() + ":"
                        + security.path("runAsGroup").asText());
    }

    @Test
    void listensWhereTheChartLooks() {
        List<String> ports = Resource.elements(
                        Chart.made("default", "Deployment").get(0).pod().at("/spec/containers/0/ports"))
                .map(port -> port.path("containerPort").asText())
                .toList();
        assertThat(all("(?m)^EXPOSE (.*)$")).containsExactly(String.join(" ", ports));
    }

    @Test
    void startsJavaItselfSoThatASignalReachesIt() {
        List<String> entry = all("(?m)^ENTRYPOINT (\\[\"java\", .*\"-jar\", \"quarkus-run.jar\"\\])$");
        assertThat(entry).hasSize(1);
        assertThat(DOCKERFILE).doesNotContain("\nRUN ", "\nADD ", "\nCMD ");
    }

    private static List<String> all(String pattern) {
        return Pattern.compile(pattern)
                .matcher(DOCKERFILE)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
