package io.sevenfold.system;

import static io.sevenfold.system.Sevenfold.eventually;
import static io.sevenfold.system.Sevenfold.itIs;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.infra.Mail;
import io.sevenfold.local.Service;
import io.sevenfold.local.ServiceProcess;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same story while a service is killed (SIGKILL) again and again: nothing is lost, nobody is reminded twice (N7). */
class CrashIT {

    private static final int CONTACTS = 12;
    private static final Set<String> TOLD = Set.of("sent", "unknown");

    @ParameterizedTest
    @EnumSource
    void losesNothingAndRemindsOnce(Service victim) {
        // Given: a Monday, before the day begins
        itIs("2027-01-11T07:00:00Z");
        Workspace workspace = Workspace.withRepWhoWantsEach(40);

        // When: it dies while contacts come in
        ServiceProcess process = Sevenfold.stack().service(victim);
        process.kill();
        Thread restart = startingAgain(process);
        Set<UUID> contacts = IntStream.range(0, CONTACTS)
                .mapToObj(i -> workspace.addContact("Contact " + i))
                .collect(toCollection(LinkedHashSet::new));
        join(restart);
        contacts.forEach(workspace::awaitPlanned);

        // When: it dies while touchpoints become due and mails go out
        itIs("2027-01-11T07:45:00Z");
        eventually()
                .ignoreExceptions()
                .until(() -> victim == Service.CADENCE || !workspace.mails().isEmpty());
        process.kill();
        join(startingAgain(process));
        eventually().ignoreExceptions().until(() -> countTold(workspace) >= CONTACTS);

        // When: it dies while people answer, within working hours
        itIs("2027-01-11T08:00:00Z");
        process.kill();
        restart = startingAgain(process);
        contacts.stream()
                .limit(CONTACTS / 2)
                .forEach(contact -> workspace.record(
                        contact, Map.of("direction", "inbound", "channel", "email", "outcome", "replied")));
        join(restart);

        // Then: each of them is owed a reply, and of each touchpoint the rep was told once
        int expected = CONTACTS + CONTACTS / 2;
        eventually().ignoreExceptions().until(() -> countTold(workspace) == expected);
        List<String> queue = workspace.queue().getList("touchpoints.kind");
        assertEquals(CONTACTS, queue.size());
        assertTrue(queue.subList(0, CONTACTS / 2).stream().allMatch("reply-owed"::equals), queue.toString());
        Map<String, List<Mail>> mails = workspace.mails().stream().collect(groupingBy(Mail::messageId));
        Map<String, Map<String, Object>> reminders = workspace.reminders().stream()
                .filter(it -> it.get("messageId") != null) // what waits for its hour has none yet
                .collect(toMap(it -> (String) it.get("messageId"), Function.identity()));
        assertTrue(reminders.keySet().containsAll(mails.keySet()), "each mail is known to the notifier");
        reminders.forEach((messageId, reminder) -> {
            int arrived = mails.getOrDefault(messageId, List.of()).size();
            assertTrue(arrived <= 1, () -> messageId + " arrived " + arrived + " times");
            assertTrue(arrived == 1 || reminder.get("state").equals("unknown"), () -> messageId + " was lost");
        });
    }

    private static long countTold(Workspace workspace) {
        return workspace.reminders().stream()
                .filter(reminder -> TOLD.contains((String) reminder.get("state")))
                .count();
    }

    private static Thread startingAgain(ServiceProcess process) {
        Thread thread = new Thread(() -> {
            process.start();
            process.awaitReady();
        });
        thread.start();
        return thread;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
