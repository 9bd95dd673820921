package io.sevenfold.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sevenfold.chart.Resource;
import java.nio.file.Path;
import java.util.List;

/**
 * A service's image.
 *
 * @param config how it is run: OCI's image configuration
 * @param root its file system
 */
record Image(String service, JsonNode config, Path root) {

    /** @param inspected what buildah says of it */
    static Image of(String service, String inspected, Path root) {
        try {
            return new Image(service, new ObjectMapper().readTree(inspected).at("/OCIv1/config"), root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> entrypoint() {
        return texts("Entrypoint");
    }

    List<String> environment() {
        return texts("Env");
    }

    String label(String name) {
        return config.path("Labels").path(name).asText();
    }

    /** User and group, as numbers. */
    int[] user() {
        String[] ids = config.path("User").asText().split(":");
        return new int[] {Integer.parseInt(ids[0]), Integer.parseInt(ids[1])};
    }

    Path app() {
        return root.resolve(config.path("WorkingDir").asText().substring(1));
    }

    @Override
    public String toString() {
        return service;
    }

    private List<String> texts(String field) {
        return Resource.elements(config.path(field)).map(JsonNode::asText).toList();
    }
}
