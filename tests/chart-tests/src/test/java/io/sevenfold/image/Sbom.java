package io.sevenfold.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sevenfold.chart.Resource;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cyclonedx.Version;
import org.cyclonedx.exception.ParseException;
import org.cyclonedx.parsers.JsonParser;

/** What an image says that it is made of, in CycloneDX. */
record Sbom(File file) {

    static Sbom of(Image image) {
        return new Sbom(image.root()
                .resolve(image.label("io.sevenfold.sbom").substring(1))
                .toFile());
    }

    /** Where it is not what CycloneDX' schema says. */
    List<ParseException> mistakes() {
        try {
            return new JsonParser().validate(file, Version.VERSION_16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The SHA-256 of each jar but the service's own, by the name that Quarkus gives it. */
    Map<String, String> jars() {
        Map<String, String> jars = new TreeMap<>();
        try {
            for (JsonNode component : new ObjectMapper().readTree(file).path("components")) {
                if (!component.path("type").asText().equals("application")) {
                    jars.put(jar(component), sha256(component));
                }
            }
            return jars;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String jar(JsonNode component) {
        String classifier = component.path("purl").asText().replaceFirst("^.*[?&]classifier=([^&]+).*$|^.*$", "$1");
        return "%s.%s-%s%s.jar"
                .formatted(
                        component.path("group").asText(),
                        component.path("name").asText(),
                        component.path("version").asText(),
                        classifier.isEmpty() ? "" : "-" + classifier);
    }

    private static String sha256(JsonNode component) {
        return Resource.elements(component.path("hashes"))
                .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
                .map(hash -> hash.path("content").asText())
                .findFirst()
                .orElse("");
    }
}
