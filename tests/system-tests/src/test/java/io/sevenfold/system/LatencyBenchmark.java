package io.sevenfold.system;

import static io.sevenfold.system.Sevenfold.eventually;
import static io.sevenfold.system.Sevenfold.itIs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sevenfold.infra.Mail;
import io.sevenfold.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How long it takes on the running stack, 200 of each: from {@code POST /v1/contacts} to the plan being visible, and from due to
 * the mail having arrived; and what the services hold in memory. No test of the build:
 * {@code mvn -pl tests/system-tests -am verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=LatencyBenchmark}.
 */
class LatencyBenchmark {

    private static final int SAMPLES = 200;
    private static final int WARM_UP = 100;

    /** Fewer than a rep gets mails a day. */
    private static final int MAILS_EACH = 50;

    @Test
    void measure() throws IOException {
        itIs("2027-05-03T07:00:00Z");
        Workspace workspace = Workspace.withRep(1_000);
        run(workspace, WARM_UP);
        List<Duration> plans = run(workspace, SAMPLES);
        report("POST /v1/contacts to the plan being visible", plans);
        report("due to the mail having arrived", dueToMail());
        for (Service service : Service.values()) {
            long pid = Sevenfold.stack().service(service).pid();
            System.out.printf("%s-service: %s resident%n", service.name().toLowerCase(), residentMemory(pid));
        }
    }

    private static List<Duration> run(Workspace workspace, int count) {
        List<Duration> latencies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID id = UUID.randomUUID();
            Map<String, ?> contact = Map.of("id", id, "name", "Contact " + id, "ownerId", workspace.rep);
            long begin = System.nanoTime();
            workspace
                    .as("app")
                    .body(contact)
                    .post(Sevenfold.url(Service.CONTACTS) + "/v1/contacts")
                    .then()
                    .statusCode(201);
            while (workspace
                            .as("app")
                            .get(Sevenfold.url(Service.CADENCE) + "/v1/plans/" + id)
                            .statusCode()
                    != 200) {
                Thread.onSpinWait();
            }
            latencies.add(Duration.ofNanos(System.nanoTime() - begin));
        }
        return latencies;
    }

    /** Of mails for one touchpoint each: from its release to the file that the SMTP server wrote before it answered. */
    private List<Duration> dueToMail() throws IOException {
        itIs("2027-05-03T07:45:00Z");
        List<Duration> latencies = new ArrayList<>();
        for (int i = 0; i <= SAMPLES / MAILS_EACH; i++) {
            Workspace workspace = Workspace.withRepWhoWantsEach(1_000);
            run(workspace, MAILS_EACH);
            eventually().until(() -> workspace.mails().size() >= MAILS_EACH);
            if (i > 0) { // the first ones warm up
                latencies.addAll(dueToMail(workspace));
            }
        }
        return latencies;
    }

    private static List<Duration> dueToMail(Workspace workspace) throws IOException {
        Duration offset = Duration.between(Clock.systemUTC().instant(), Sevenfold.now());
        Map<String, Instant> due = dueInstants(workspace);
        List<Duration> latencies = new ArrayList<>();
        for (Mail mail : workspace.mails()) {
            Instant arrived = Files.getLastModifiedTime(mail.file()).toInstant().plus(offset);
            due.entrySet().stream()
                    .filter(entry -> mail.subject().contains(entry.getKey()))
                    .findFirst()
                    .ifPresent(entry -> latencies.add(Duration.between(entry.getValue(), arrived)));
        }
        return latencies;
    }

    /** By contact, as the events on the topic say. */
    private static Map<String, Instant> dueInstants(Workspace workspace) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Map<String, Instant> due = new HashMap<>();
        for (byte[] event : Topics.values("touchpoints", workspace.name)) {
            JsonNode data = json.readTree(event);
            if (data.has("dueAt")) {
                due.put(
                        data.get("contactId").asText(),
                        Instant.parse(data.get("dueAt").asText()));
            }
        }
        return due;
    }

    private static void report(String what, List<Duration> latencies) {
        List<Duration> sorted = latencies.stream().sorted().toList();
        System.out.printf(
                "%s: p50 %d ms, p99 %d ms (n=%d)%n",
                what,
                sorted.get(sorted.size() / 2).toMillis(),
                sorted.get(sorted.size() * 99 / 100).toMillis(),
                sorted.size());
    }

    private static String residentMemory(long pid) throws IOException {
        try (Stream<String> status = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return status.filter(line -> line.startsWith("VmRSS"))
                    .map(line -> line.substring("VmRSS:".length()).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
