package io.sevenfold.system;

import static io.sevenfold.system.Sevenfold.eventually;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.infra.Mail;
import io.sevenfold.local.Service;
import io.sevenfold.local.ServiceProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * An upgrade as Kubernetes does it, with the chart's times: of each service a new replica first, and then SIGTERM for the old one,
 * while people go on and reminders go out. Without {@code preStop}: whoever calls hears only after SIGTERM which replica ends.
 */
class RollingRestartIT {

    private static final Duration DELAY = Cluster.shutdown("delaySeconds");
    /** How long it takes until everybody knows which replica ends: well, and not much, before it serves no more. */
    private static final Duration NEWS = DELAY.minusSeconds(1);

    private static final Duration GRACE = Cluster.shutdown("graceSeconds").minus(Cluster.shutdown("preStopSeconds"));

    @Test
    void failsNoCallAndRemindsOnceWhileEachServiceIsReplaced() throws Exception {
        try (Cluster cluster = new Cluster()) {
            // Given: a Monday, 09:00 in Berlin, when whoever is met is due at once (T3)
            cluster.stack.clock().set(Instant.parse("2027-03-08T07:00:00Z"));
            Load load = new Load(cluster);
            cluster.stack.clock().set(Instant.parse("2027-03-08T08:00:00Z"));
            eventually().until(() -> mailed(cluster).containsKey(Load.FRIEND));

            // When
            try (load) {
                load.start();
                for (Service service : Service.values()) {
                    int before = mailed(cluster).size();
                    replace(service, cluster);
                    assertTrue(mailed(cluster).size() > before, "reminders are under way");
                }
            }

            // Then
            System.out.printf("%d turns, %d people met%n", load.turns.get(), load.met.size());
            assertEquals(List.of(), load.failures);
            eventually().until(() -> mailed(cluster).size() > load.met.size());
            assertTrue(load.unknown().isEmpty());
            Map<String, Long> expected = load.met.stream().collect(groupingBy(identity(), counting()));
            expected.put(Load.FRIEND, 1L);
            assertEquals(expected, mailed(cluster));
        }
    }

    private static void replace(Service service, Cluster cluster) throws Exception {
        ServiceProcess old = cluster.stack.service(service);
        cluster.surge(service, 2);
        Ending ending = Ending.of(old, service, cluster, NEWS);
        String what = service + ": " + ending;
        System.out.println(what);
        assertTrue(ending.ready.compareTo(ending.served) < 0, () -> "unready before it refuses; " + what);
        assertTrue(ending.served.compareTo(NEWS) > 0, () -> "serves on for the delay; " + what);
        assertTrue(ending.relayed.compareTo(ending.served) >= 0, () -> "refuses before the relay ends; " + what);
        assertTrue(ending.gone.compareTo(GRACE) < 0, () -> "ends by itself within its grace; " + what);
    }

    /** How many mails each person is the subject of. */
    private static Map<String, Long> mailed(Cluster cluster) {
        return cluster.stack.mail().mails().stream()
                .map(Mail::subject)
                .collect(groupingBy(RollingRestartIT::person, counting()));
    }

    private static String person(String subject) {
        return subject.substring(0, subject.indexOf(':'));
    }
}
