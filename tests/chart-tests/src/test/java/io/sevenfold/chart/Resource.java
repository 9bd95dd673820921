package io.sevenfold.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One resource that the chart makes. */
public record Resource(JsonNode json) {

    public String kind() {
        return json.path("kind").asText();
    }

    String apiVersion() {
        return json.path("apiVersion").asText();
    }

    public String name() {
        return json.at("/metadata/name").asText();
    }

    public JsonNode at(String pointer) {
        return json.at(pointer);
    }

    /** The pods' template of a Deployment or Job. */
    public JsonNode pod() {
        return json.at("/spec/template");
    }

    boolean hasPods() {
        return !pod().isMissingNode();
    }

    List<JsonNode> containers() {
        return Stream.of("initContainers", "containers")
                .flatMap(kind -> elements(pod().at("/spec/" + kind)))
                .toList();
    }

    public static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static Map<String, String> strings(JsonNode object) {
        Map<String, String> strings = new TreeMap<>();
        object.fields()
                .forEachRemaining(
                        field -> strings.put(field.getKey(), field.getValue().asText()));
        return strings;
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
