package io.sevenfold.image;

import io.sevenfold.infra.SigningKeys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * What each service holds in memory, from its image and under the chart's limits, before and after two thousand contacts with an
 * interaction each. No test of the build: {@code mvn -pl tests/chart-tests -am verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=MemoryBenchmark}
 * where {@code buildah}, {@code debootstrap} and {@code runc} are.
 */
class MemoryBenchmark {

    private static final int CONTACTS = 2_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final UUID rep = UUID.randomUUID();
    private Installation installation;
    private String token;

    @Test
    void measure() {
        try (Installation started = Installation.start(Base.made().orElseThrow())) {
            installation = started;
            SigningKeys keys = started.cluster().tokens();
            token = keys.token("benchmark", "app", null, Duration.ofHours(1));
            report("idle");
            send(
                    "contacts",
                    "/v1/reps",
                    "{'id':'%s','name':'Mara','email':'mara@example.com','timeZone':'Europe/Berlin','dailyCapacity':1000}"
                            .formatted(rep));
            IntStream.range(0, CONTACTS).parallel().forEach(number -> add(UUID.randomUUID()));
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(this::allIsHandled);
            report("after %d contacts and as many interactions".formatted(CONTACTS));
        }
    }

    private void add(UUID contact) {
        send("contacts", "/v1/contacts", "{'id':'%s','name':'Ada','ownerId':'%s'}".formatted(contact, rep));
        send(
                "interactions",
                "/v1/interactions",
                "{'id':'%s','contactId':'%s','repId':'%s','occurredAt':'%s','direction':'outbound','channel':'call','outcome':'no-answer'}"
                        .formatted(
                                UUID.randomUUID(),
                                contact,
                                rep,
                                Clock.systemUTC().instant().minusSeconds(60)));
    }

    private void send(String service, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(installation.pod(service).url() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether no service's topics hold what it has not handled. */
    private boolean allIsHandled() {
        return Installation.SERVICES.stream()
                .allMatch(service -> installation
                        .pod(service)
                        .metrics()
                        .filter(line -> line.startsWith("sevenfold_consumer_lag"))
                        .allMatch(line -> line.endsWith(" 0.0")));
    }

    private void report(String when) {
        for (String service : Installation.SERVICES) {
            long resident = installation.pod(service).container().residentMemory();
            System.out.printf("%s-service, %s: %d MiB resident%n", service, when, resident);
        }
    }
}
