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

/** The steps of deploy/README.md lead to pods that find what they mount. */
class ReadmeTest {

    private static final String README = Repository.text("deploy/README.md");
    private static final List<String> ROLES = List.of("owner", "worker", "app");

    /** {@code kubectl create secret generic <name> …}, up to the end of its last line. */
    private static final Pattern CREATED =
            Pattern.compile("(?m)^ *kubectl -n sales create (?:secret generic|configmap) (\\S+)((?:.*\\\\\\n)*.*)$");

    private static final Pattern KEY = Pattern.compile("--from-(?:literal|file)=([^=\\s]+)=");

    @Test
    void takesKubernetesModelsOfWhatItsValuesMake() {
        // When
        List<Resource> made = made();

        // Then
        assertThat(made).extracting(Resource::kind).contains("Cluster", "Ingress", "KafkaUser", "PrometheusRule");
        for (Resource resource : made) {
            assertThat(KubernetesModels.fault(resource)).as("%s", resource).isEmpty();
        }
    }

    @Test
    void createsEachKeyThatItsValuesHaveThePodsReadAndNoOther() {
        // Given
        List<Resource> made = made();
        Set<String> found = fromStrimzi(made);

        // When: steps 4 to 6
        String steps = README.substring(README.indexOf("\n4. "), README.indexOf("\n7. "));
        CREATED.matcher(steps).results().flatMap(ReadmeTest::keys).forEach(found::add);

        // Then
        assertThat(found).isEqualTo(read(made));
    }

    private static List<Resource> made() {
        List<String> blocks = Pattern.compile("(?s) *```yaml\\n(.*?)```")
                .matcher(README)
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(blocks).as("its one block of YAML, that of step 7").hasSize(1);
        return Chart.madeOf(blocks.get(0));
    }

    /** {@code <name>/<key>} of each key, for each service and role where the name has variables. */
    private static Stream<String> keys(MatchResult created) {
        return ServiceCode.SERVICES.stream()
                .flatMap(service -> ROLES.stream()
                        .map(role -> created.group(1).replace("$s", service).replace("$r", role)))
                .flatMap(name -> KEY.matcher(created.group(2)).results().map(key -> name + "/" + key.group(1)));
    }

    /** The cluster's certificate, and what its operator makes of each KafkaUser with authentication tls. */
    private static Set<String> fromStrimzi(List<Resource> made) {
        return Stream.concat(
                        Stream.of("sevenfold-cluster-ca-cert/ca.crt"),
                        made.stream()
                                .filter(resource -> resource.kind().equals("KafkaUser"))
                                .flatMap(user -> Stream.of(user.name() + "/user.p12", user.name() + "/user.password")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As {@code <name>/<key>}: variables and files of the pods, and CloudNativePG's logins, of type basic-auth. */
    private static Set<String> read(List<Resource> made) {
        return made.stream()
                .flatMap(resource -> Stream.of(
                                resource.containers().stream()
                                        .flatMap(container -> Resource.elements(container.path("env")))
                                        .map(variable -> variable.at("/valueFrom/secretKeyRef"))
                                        .filter(JsonNode::isObject)
                                        .map(reference -> reference.path("name").asText() + "/"
                                                + reference.path("key").asText()),
                                Resource.elements(resource.pod().at("/spec/volumes"))
                                        .flatMap(ReadmeTest::files),
                                Resource.elements(resource.at("/spec/managed/roles"))
                                        .map(role ->
                                                role.at("/passwordSecret/name").asText())
                                        .flatMap(secret -> Stream.of(secret + "/username", secret + "/password")))
                        .flatMap(each -> each))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> files(JsonNode volume) {
        return Stream.of("secret", "configMap")
                .map(volume::path)
                .flatMap(source -> Resource.elements(source.path("items"))
                        .map(item -> source.path("secretName")
                                        .asText(source.path("name").asText()) + "/"
                                + item.path("key").asText()));
    }
}
