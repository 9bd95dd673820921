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
import java.util.stream.Stream;

/** The chart, as Helm's own engine sees it. */
public final class Chart {

    static final Path FOLDER = Repository.path("deploy/helm/sevenfold");

    /** Value files by name; {@code default} is none. */
    static final List<String> WAYS = List.of("default", "minimal", "full");

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION));
    private static final Map<String, List<Resource>> MADE = new ConcurrentHashMap<>();

    private Chart() {}

    /** What Helm complains of when the chart's own values are those of a way; the folder is to be empty. */
    static LintResult lint(String way, Path folder) {
        try {
            copy(folder);
            if (!way.equals("default")) {
                Path own = folder.resolve("values.yaml");
                JsonNode merged =
                        YAML.readerForUpdating(YAML.readTree(own.toFile())).readValue(Files.readString(values(way)));
                YAML.writeValue(own.toFile(), merged);
            }
            return new Helm(folder).lint().strict().call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return madeOf(command(FOLDER), values);
    }

    /** What it makes when it is installed by another name. */
    static List<Resource> madeAs(String release, String values) {
        return madeOf(command(FOLDER).withName(release), values);
    }

    /** What another version of it makes, whose templates are the same; the folder is to be empty. */
    static List<Resource> madeInVersion(String version, String values, Path folder) {
        try {
            copy(folder);
            Path about = folder.resolve("Chart.yaml");
            Files.writeString(
                    about, Files.readString(about).replaceAll("(?m)^(version|appVersion): .*$", "$1: " + version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return madeOf(command(folder), values);
    }

    private static List<Resource> madeOf(TemplateCommand command, String values) {
        try {
            Path file = Files.createTempFile("values", ".yaml");
            try {
                return parse(
                        command.withValuesFile(Files.writeString(file, values)).call());
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
        TemplateCommand command = command(FOLDER);
        return parse((way.equals("default") ? command : command.withValuesFile(values(way))).call());
    }

    private static void copy(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                Path copied = folder.resolve(FOLDER.relativize(each));
                Files.createDirectories(copied.getParent());
                Files.copy(each, copied);
            }
        }
    }

    private static TemplateCommand command(Path folder) {
        return new Helm(folder)
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
