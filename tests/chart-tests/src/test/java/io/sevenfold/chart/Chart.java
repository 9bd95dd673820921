package io.sevenfold.chart;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The chart, as Helm's own engine sees it. */
public final class Chart {

    static final Path FOLDER = Repository.path("deploy/helm/sevenfold");

    /** Value files by name; {@code default} is none. */
    static final List<String> WAYS = List.of("default", "minimal", "full");

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION));
    private static final Map<String, List<Resource>> MADE = new ConcurrentHashMap<>();

    private Chart() {}

    static LintResult lint() {
        return new Helm(FOLDER).lint().strict().call();
    }

    /** What it makes of a value file of the tests. */
    static List<Resource> made(String way) {
        return MADE.computeIfAbsent(way, Chart::make);
    }

    static List<Resource> made(String way, String kind) {
        return made(way).stream()
                .filter(resource -> resource.kind().equals(kind))
                .toList();
    }

    /**
     * What it makes of values given as YAML.
     *
     * @throws IllegalStateException with Helm's words where it refuses them
     */
    public static List<Resource> madeOf(String values) {
        try {
            Path file = Files.createTempFile("values", ".yaml");
            try {
                return parse(command()
                        .withValuesFile(Files.writeString(file, values))
                        .call());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode yaml(String text) {
        return documents(text).get(0);
    }

    private static List<Resource> make(String way) {
        TemplateCommand command = command();
        return parse((way.equals("default") ? command : command.withValuesFile(values(way))).call());
    }

    private static TemplateCommand command() {
        return new Helm(FOLDER)
                .template()
                .withName("sevenfold")
                .withNamespace("sales")
                .withKubeVersion("1.34.0");
    }

    private static Path values(String way) {
        try {
            return Path.of(Chart.class.getResource("/values/" + way + ".yaml").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Resource> parse(String yaml) {
        return documents(yaml).stream().map(Resource::new).toList();
    }

    private static List<JsonNode> documents(String yaml) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(yaml)) {
            return documents.readAll().stream().filter(JsonNode::isObject).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
