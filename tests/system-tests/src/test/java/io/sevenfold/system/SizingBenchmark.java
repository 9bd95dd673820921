package io.sevenfold.system;

import static io.sevenfold.system.Sevenfold.eventually;

import io.sevenfold.events.Topic;
import io.sevenfold.local.Service;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/**
 * What a contact costs from the first touch to the seventh: CPU seconds of each part for what is done, rows and bytes of the tables,
 * events and their bytes. CPU seconds tell the same on a busy machine; what idling takes is measured first and left out.
 *
 * <p>No test of the build. With the image's JIT and memory, on the JDK named by {@code jvm}:
 * {@code mvn -pl tests/system-tests -am verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=SizingBenchmark -Djvm=/path/to/jdk-25/bin/java}.
 */
class SizingBenchmark {

    private static final int CONTACTS = Integer.getInteger("sevenfold.contacts", 500);
    private static final int CONTACTS_OF_REP = 20;
    private static final int TOUCHES = 7;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Map<String, String> AS_IN_THE_IMAGE = Map.of(
            // What comes with this variable goes before the flags of local runs.
            "_JAVA_OPTIONS",
            "-XX:TieredStopAtLevel=4 -Xmx256m -XX:MaxMetaspaceSize=128m -XX:ReservedCodeCacheSize=64m -XX:MaxDirectMemorySize=64m -Xss512k",
            "SEVENFOLD_REMINDERS_PER_REP_PER_DAY",
            "10000");

    private static final String TABLES = """
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
             where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by pg_total_relation_size(c.oid) desc""";

    private final String workspace = "w-" + UUID.randomUUID();
    /** Those that were met last. */
    private final List<UUID> contacts = new ArrayList<>();

    private final Map<UUID, UUID> owners = new HashMap<>();
    private Cluster cluster;
    private CpuTimes cpu;
    private Map<String, Double> idling = Map.of();

    @Test
    void measure() throws Exception {
        try (Cluster started = new Cluster(AS_IN_THE_IMAGE)) {
            cluster = started;
            cpu = new CpuTimes(cluster);
            System.out.printf("JDK %s, %d contacts%n", Runtime.version(), CONTACTS);
            itIs("2027-05-03T08:00:00Z");
            Api warmUp = Api.ofApp(cluster, "warm-up");
            meet(warmUp, "each");
            touchAll(warmUp, "never");
            awaitQuiet();
            idle();

            Api each = Api.ofApp(cluster, "each");
            measure("contacts met and mails, one for each", () -> meet(each, "each"));
            touchAll(each, "never");
            awaitQuiet();

            itIs("2027-05-04T05:00:00Z");
            Api api = Api.ofApp(cluster, workspace);
            measure("contacts met", () -> meet(api, "digest"));
            for (int touch = 1; touch <= TOUCHES; touch++) {
                LocalDate day = LocalDate.parse(api.get(Service.CADENCE, "/v1/plans/" + contacts.get(0))
                        .at("/touchpoints/" + (touch - 1) + "/dueOn")
                        .asText());
                measure("touches due, told by digests, number " + touch, () -> itIs(at(day, "06:45")));
                itIs(at(day, "08:00"));
                measure("touches done, number " + touch, () -> touchAll(api, "none"));
            }
            for (Service service : Service.values()) {
                System.out.printf("%s: %d MB resident%n", service.id(), cpu.residentMegabytes(service));
            }
            tables();
            topics();
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private void idle() {
        Map<String, Double> before = cpu.read();
        eventually().atMost(IDLE.multipliedBy(2)).pollDelay(IDLE).until(() -> true);
        idling = difference(before, cpu.read());
        idling.replaceAll((part, seconds) -> seconds / IDLE.toSeconds());
        System.out.println("Idle, CPU seconds an hour: " + rounded(idling, 3600));
    }

    /** CPU milliseconds per one, that is seconds per thousand. */
    private void measure(String what, Work work) throws Exception {
        Map<String, Double> before = cpu.read();
        long begin = System.nanoTime();
        work.run();
        awaitQuiet();
        double wall = (System.nanoTime() - begin) / 1e9;
        Map<String, Double> taken = difference(before, cpu.read());
        taken.replaceAll((part, seconds) -> (seconds - idling.get(part) * wall) / CONTACTS);
        System.out.printf("Per thousand %s: %s CPU s (%.0f s)%n", what, rounded(taken, 1000), wall);
    }

    private void meet(Api api, String mails) throws Exception {
        contacts.clear();
        UUID rep = null;
        for (int i = 0; i < CONTACTS; i++) {
            if (i % CONTACTS_OF_REP == 0) {
                rep = hire(api, mails);
            }
            UUID id = UUID.randomUUID();
            api.post(Service.CONTACTS, "/v1/contacts", """
                    {"id": "%s", "name": "Ada Lovelace", "email": "ada-%s@engines.example", "phone": "+493012345678",
                     "company": "Analytical Engines", "title": "Engineer", "ownerId": "%s"}""", id, id, rep);
            contacts.add(id);
            owners.put(id, rep);
        }
    }

    private static UUID hire(Api api, String mails) throws Exception {
        UUID rep = UUID.randomUUID();
        api.post(Service.CONTACTS, "/v1/reps", """
                {"id": "%s", "name": "Grace Hopper", "email": "%s@reps.example", "timeZone": "Europe/Berlin",
                 "dailyCapacity": %d}""", rep, rep, 2 * CONTACTS_OF_REP);
        if (mails.equals("each")) {
            eventually()
                    .ignoreExceptions()
                    .until(() -> api.put(
                                    Service.NOTIFIER,
                                    "/v1/preferences/" + rep,
                                    "{\"mails\": \"each\", \"teamDigest\": true}")
                            != null);
        }
        return rep;
    }

    private void touchAll(Api api, String outcome) throws Exception {
        for (UUID contact : contacts) {
            api.post(Service.INTERACTIONS, "/v1/interactions", """
                    {"contactId": "%s", "repId": "%s", "direction": "outbound", "channel": "email", "outcome": "%s",
                     "gave": "insight", "note": "Sent them the article on the second difference, and said why"}""", contact, owners.get(contact), outcome);
        }
    }

    /** Once nothing waits to be published and no topic grew for a while. */
    private void awaitQuiet() {
        AtomicReference<Object> last = new AtomicReference<>();
        eventually()
                .atMost(Duration.ofMinutes(20))
                .pollDelay(Duration.ofSeconds(2))
                .pollInterval(Duration.ofSeconds(3))
                .until(() -> {
                    Object now = Map.of(
                            "ends",
                            Topics.ends(bootstrap()),
                            "mails",
                            cluster.stack.mail().mails().size());
                    return now.equals(last.getAndSet(now)) && isAllPublished();
                });
    }

    private boolean isAllPublished() throws SQLException {
        for (Service service : Service.values()) {
            if (!rows(service, "select 1 from outbox limit 1").isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Of the tables with a row for each contact, or more: bytes with all indexes. */
    private void tables() throws SQLException {
        for (Service service : Service.values()) {
            rows(service, "vacuum analyze");
            System.out.printf("%s: bytes per contact, rows per contact, bytes per row%n", service.id());
            for (String table : rows(service, TABLES)) {
                rows(service, """
                        select round(own * size / %2$d / all_rows) || ', ' || round(own / %2$d, 2) || ', ' || round(size / all_rows)
                          from (select count(*)::numeric as all_rows, count(*) filter (where workspace_id = '%3$s') as own,
                                       pg_total_relation_size('%1$s')::numeric as size from %1$s) it
                         where own >= %2$d / 2""".formatted(table, CONTACTS, workspace))
                        .forEach(row -> System.out.println("  " + table + ": " + row));
            }
        }
    }

    private void topics() {
        for (Topic topic : Topic.values()) {
            List<ConsumerRecord<byte[], byte[]>> records = Topics.records(bootstrap(), topic.topicName(), workspace);
            long bytes = records.stream()
                    .mapToLong(it -> it.serializedKeySize()
                            + it.serializedValueSize()
                            + Stream.of(it.headers().toArray())
                                    .mapToLong(header -> header.key().length() + header.value().length)
                                    .sum())
                    .sum();
            System.out.printf(
                    "%s: %.1f events per contact, %d bytes per event%n",
                    topic.topicName(), (double) records.size() / CONTACTS, bytes / Math.max(1, records.size()));
        }
    }

    private String bootstrap() {
        return cluster.stack.kafka().bootstrapServers();
    }

    private List<String> rows(Service service, String query) throws SQLException {
        try (Connection connection =
                        cluster.stack.postgres().superuser(service.id()).getConnection();
                Statement sql = connection.createStatement()) {
            List<String> rows = new ArrayList<>();
            if (sql.execute(query)) {
                ResultSet found = sql.getResultSet();
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
            return rows;
        }
    }

    private void itIs(String instant) {
        cluster.stack.clock().set(Instant.parse(instant));
    }

    private static String at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC).toString();
    }

    private static Map<String, Double> difference(Map<String, Double> before, Map<String, Double> after) {
        Map<String, Double> taken = new TreeMap<>();
        after.forEach((part, seconds) -> taken.put(part, seconds - before.get(part)));
        return taken;
    }

    private static Map<String, Double> rounded(Map<String, Double> seconds, double times) {
        Map<String, Double> rounded = new TreeMap<>();
        seconds.forEach((part, value) -> rounded.put(part, Math.round(value * times * 100) / 100.0));
        return rounded;
    }
}
