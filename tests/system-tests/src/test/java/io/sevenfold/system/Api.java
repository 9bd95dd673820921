package io.sevenfold.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sevenfold.local.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/** What one caller asks of a cluster, on connections that are kept. Each call is made once: what fails has failed. */
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Cluster cluster;
    private final String token;

    private Api(Cluster cluster, String workspace, String role, String rep) {
        this.cluster = cluster;
        this.token = cluster.stack.tokens().token(workspace, role, rep, Duration.ofHours(1));
    }

    static Api ofApp(Cluster cluster, String workspace) {
        return new Api(cluster, workspace, "app", null);
    }

    static Api ofRep(Cluster cluster, String workspace, UUID rep) {
        return new Api(cluster, workspace, "rep", rep.toString());
    }

    /** @throws IOException naming the call, where it is not answered as asked for */
    JsonNode get(Service service, String path) throws IOException, InterruptedException {
        return call("GET", service, path, "");
    }

    /** @param json the body, with {@code values} in it as in {@link String#format} */
    JsonNode post(Service service, String path, String json, Object... values)
            throws IOException, InterruptedException {
        return call("POST", service, path, json.formatted(values));
    }

    JsonNode put(Service service, String path, String json, Object... values) throws IOException, InterruptedException {
        return call("PUT", service, path, json.formatted(values));
    }

    JsonNode patch(Service service, String path, String json) throws IOException, InterruptedException {
        return call("PATCH", service, path, json);
    }

    private JsonNode call(String method, Service service, String path, String json)
            throws IOException, InterruptedException {
        String url = cluster.url(service) + path;
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException(answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IOException("%s %s: %s".formatted(method, url, e), e);
        }
    }
}
