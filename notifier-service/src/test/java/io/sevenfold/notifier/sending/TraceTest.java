package io.sevenfold.notifier.sending;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sevenfold.events.Topic;
import io.sevenfold.notifier.NotifierServiceTest;
import io.sevenfold.notifier.Workspace;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One line in the log for each mail, in the trace of the request that caused it, naming nobody. */
@NotifierServiceTest
class TraceTest {

    private static final Logger SENDER = Logger.getLogger(Sender.class.getName());

    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        SENDER.addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        SENDER.removeHandler(lines);
    }

    @Test
    void logsEachMailInTheTraceOfItsCause() {
        // Given
        String trace = UUID.randomUUID().toString().replace("-", "");
        Workspace acme = Workspace.known();

        // When
        acme.publishAll(acme.event(Topic.TOUCHPOINTS, acme.contactId(), acme.due(acme.call(UUID.randomUUID()), 1))
                .causedBy("00-" + trace + "-00f067aa0ba902b7-01"));

        // Then
        acme.awaitStates("sent");
        List<ExtLogRecord> ours = await().until(() -> lines.with(acme.onlyReminder()), found -> !found.isEmpty());
        assertEquals(1, ours.size());
        assertEquals(trace, ours.get(0).getMdc("traceId"));
        String line = Lines.text(ours.get(0));
        assertTrue(line.contains(acme.mails().get(0).messageId()), line);
        assertFalse(line.contains(acme.address()) || line.contains("Ada") || line.contains("Grace"), line);
    }

    private static final class Lines extends Handler {

        private final List<ExtLogRecord> all = new CopyOnWriteArrayList<>();

        List<ExtLogRecord> with(UUID reminder) {
            return all.stream()
                    .filter(line -> text(line).contains(reminder.toString()))
                    .toList();
        }

        static String text(ExtLogRecord line) {
            return ExtFormatter.wrap(new SimpleFormatter(), true).formatMessage(line);
        }

        @Override
        public void publish(LogRecord line) {
            ExtLogRecord kept = ExtLogRecord.wrap(line);
            kept.copyAll();
            all.add(kept);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
