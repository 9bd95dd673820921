package io.sevenfold.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sevenfold.infra.SigningKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The services' APIs as an application of one workspace calls them. */
final class DemoApi {

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalStack stack;
    private final String token;

    DemoApi(LocalStack stack, SigningKeys keys, String workspace) {
        this.stack = stack;
        this.token = keys.token(workspace, "app", null, Duration.ofHours(1));
    }

    /** @throws IllegalStateException where it is not answered with 200 or 201, saying what the answer was */
    JsonNode post(Service service, String path, JsonNode body) {
        return send(service, path, HttpRequest.newBuilder().POST(BodyPublishers.ofString(body.toString())));
    }

    JsonNode get(Service service, String path) {
        return send(service, path, HttpRequest.newBuilder().GET());
    }

    /** Presses the button of a form on a page, as a browser does: without a token, for the link is the key. */
    void press(String page, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    "The page answered %d: %s".formatted(response.statusCode(), response.body()));
        }
    }

    /** Whether it answers with 200 by now. */
    boolean isThere(Service service, String path) {
        return exchange(service, path, HttpRequest.newBuilder().GET()).statusCode() == 200;
    }

    private JsonNode send(Service service, String path, HttpRequest.Builder request) {
        HttpResponse<String> response = exchange(service, path, request);
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    "%s%s answered %d: %s".formatted(service.id(), path, response.statusCode(), response.body()));
        }
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> exchange(Service service, String path, HttpRequest.Builder request) {
        return send(request.uri(URI.create(stack.service(service).url() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
