package io.sevenfold.system;

import static io.sevenfold.system.Sevenfold.eventually;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sevenfold.infra.Mail;
import io.sevenfold.local.Service;
import io.sevenfold.local.ServiceProcess;
import java.time.Instant;
import java.util.Collection;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.Test;

/** Three replicas of each service share its work, and two go on with it when the one whose relay led is killed (SIGKILL). */
class ThreeReplicasIT {

    private static final int REPS = 4;
    private static final int CONTACTS_EACH = 5;

    private final String workspace = "w-" + UUID.randomUUID();
    private final List<UUID> reps =
            Stream.generate(UUID::randomUUID).limit(REPS).toList();

    @Test
    void shareTheWorkAndGoOnWithoutTheOneThatLed() throws Exception {
        try (Cluster cluster = new Cluster();
                TouchpointsTold told =
                        new TouchpointsTold(workspace, cluster.stack.kafka().bootstrapServers())) {
            // Given: a Monday, 08:00 in Berlin
            cluster.stack.clock().set(Instant.parse("2027-04-12T06:00:00Z"));
            for (Service service : Service.values()) {
                cluster.surge(service, 2);
                cluster.surge(service, 3);
            }
            for (Service service : Service.values()) {
                eventually().untilAsserted(() -> assertShared(service, 3, cluster));
            }
            Api api = Api.ofApp(cluster, workspace);
            for (UUID rep : reps) {
                api.post(Service.CONTACTS, "/v1/reps", """
                        {"id": "%s", "name": "Grace", "email": "%s@%s.example", "timeZone": "Europe/Berlin"}""", rep, rep, workspace);
            }
            meetPeople(api);

            // When: the days begin, and of each service the one that leads dies
            cluster.stack.clock().set(Instant.parse("2027-04-12T06:45:00Z"));
            eventually().until(() -> !told.read().due().isEmpty());
            for (Service service : Service.values()) {
                ServiceProcess leader = leaders(service, cluster).get(0);
                leader.kill();
                cluster.forget(service, leader);
            }

            // Then: what is due was released once, and one digest tells each rep (N2)
            assertTold(1, api, cluster, told);

            // And: two share it, one of them leads
            for (Service service : Service.values()) {
                eventually().untilAsserted(() -> assertShared(service, 2, cluster));
            }

            // When: more people are met that evening, and the next day begins
            cluster.stack.clock().set(Instant.parse("2027-04-12T17:00:00Z"));
            meetPeople(api);
            cluster.stack.clock().set(Instant.parse("2027-04-13T06:45:00Z"));

            // Then
            assertTold(2, api, cluster, told);
        }
    }

    private void meetPeople(Api api) throws Exception {
        for (int i = 0; i < REPS * CONTACTS_EACH; i++) {
            UUID id = UUID.randomUUID();
            api.post(
                    Service.CONTACTS,
                    "/v1/contacts",
                    "{\"id\": \"%s\", \"name\": \"Ada\", \"ownerId\": \"%s\"}",
                    id,
                    reps.get(i % REPS));
            eventually()
                    .ignoreExceptions()
                    .until(() -> api.get(Service.CADENCE, "/v1/plans/" + id)
                            .at("/touchpoints/0/id")
                            .isTextual());
        }
    }

    /** So many days: of each rep a beginning and a digest, and of each person met a touchpoint that became due. */
    private void assertTold(int days, Api api, Cluster cluster, TouchpointsTold told) {
        eventually().untilAsserted(() -> {
            Map<String, Long> digests = digests(api).stream()
                    .collect(groupingBy(it -> it.get("repId").asText(), counting()));
            assertEquals(
                    reps.stream()
                            .collect(groupingBy(UUID::toString, counting()))
                            .keySet(),
                    digests.keySet());
            assertTrue(digests.values().stream().allMatch(count -> count == days), digests::toString);
        });
        int due = days * REPS * CONTACTS_EACH;
        eventually()
                .until(() -> told.read().due().size() >= due && told.daysBegun().size() >= days * REPS);
        told.read();
        assertEquals(days * REPS, told.daysBegun().size());
        assertEquals(due, told.due().size());
        assertEquals(due, told.due().stream().distinct().count());
        Map<String, Long> mails =
                cluster.stack.mail().mails().stream().collect(groupingBy(Mail::messageId, counting()));
        // UNKNOWN is what its sender had in hand when it died (N7).
        assertTrue(mails.values().stream().allMatch(count -> count == 1), mails::toString);
    }

    private static List<JsonNode> digests(Api api) throws Exception {
        JsonNode items = api.get(Service.NOTIFIER, "/v1/reminders?occasion=digest&limit=200")
                .get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(it ->
                        List.of("sent", "unknown").contains(it.get("state").asText()))
                .toList();
    }

    /** Each partition has one of the members, each member its share; and one relay leads. */
    private static void assertShared(Service service, int replicas, Cluster cluster) throws Exception {
        Map<String, Object> kafka =
                Map.of("bootstrap.servers", cluster.stack.kafka().bootstrapServers());
        try (Admin admin = Admin.create(kafka)) {
            Collection<MemberDescription> members = admin.describeConsumerGroups(List.of(service.id()))
                    .describedGroups()
                    .get(service.id())
                    .get()
                    .members();
            IntSummaryStatistics shares = members.stream()
                    .mapToInt(member -> member.assignment().topicPartitions().size())
                    .summaryStatistics();
            assertEquals(replicas, members.size());
            assertTrue(shares.getMax() - shares.getMin() <= 1, service + " " + shares);
            long partitions = members.stream()
                    .flatMap(member -> member.assignment().topicPartitions().stream())
                    .distinct()
                    .count();
            assertEquals(shares.getSum(), partitions);
            assertEquals(0, partitions % 12, "no partition is nobody's");
        }
        assertEquals(1, leaders(service, cluster).size());
    }

    private static List<ServiceProcess> leaders(Service service, Cluster cluster) {
        return cluster.replicas(service).stream().filter(TwoRelaysIT::leads).collect(toList());
    }
}
