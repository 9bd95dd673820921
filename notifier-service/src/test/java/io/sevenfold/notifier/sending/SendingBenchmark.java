package io.sevenfold.notifier.sending;

import static org.awaitility.Awaitility.await;

import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.events.RepAdded;
import io.sevenfold.events.Topic;
import io.sevenfold.infra.Database;
import io.sevenfold.infra.ServiceTestResource;
import io.sevenfold.notifier.NotifierServiceTest;
import io.sevenfold.notifier.Workspace;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many reminders a second go to a local SMTP server, against a bare client that fills the same server with ready-made mails of the
 * same size over as many connections: where the server answers at once, and where it takes ten milliseconds over each mail. Database and
 * SMTP server write to the disk before they answer; all of them share the machine. No test of the build; compiled as in production:
 * {@code mvn -pl notifier-service -am test -Dtest=SendingBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * -Dtest.jvm="-XX:+UseSerialGC -Xmx1g" -Djvm=…/jdk-25/bin/java}.
 */
@NotifierServiceTest
class SendingBenchmark {

    private static final int MAILS = 2_000;
    private static final int REPS = 50;
    private static final int ROUNDS = 5;
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration TEN_MILLIS = Duration.ofMillis(10);

    @Inject
    Clock clock;

    private final int connections = ConfigProvider.getConfig()
            .getOptionalValue("sevenfold.smtp.connections", Integer.class)
            .orElse(2);

    @Test
    void measure(@TempDir Path folder) throws Exception {
        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            Database.change("alter system set " + setting + " = on");
        }
        Database.query("select pg_reload_conf()");
        int port = ServiceTestResource.mail().port();
        ServiceTestResource.mail().stop();
        try (SmtpSink sink = await().ignoreExceptions().until(() -> new SmtpSink(port, folder), it -> true)) {
            for (int round = 0; round < ROUNDS; round++) {
                compare(sink, AT_ONCE, round == 0);
            }
            for (int round = 1; round < ROUNDS; round++) {
                compare(sink, TEN_MILLIS, false);
            }
        }
    }

    private void compare(SmtpSink sink, Duration perMail, boolean warmUp) throws Exception {
        sink.takeOverEach(perMail);
        double ours = reminders(sink);
        double bare = bareClient(sink);
        System.out.printf(
                "%s%d connections, %d bytes, the server takes %d ms a mail: %.0f reminders/s, bare client %.0f mails/s, ratio %.2f%n",
                warmUp ? "(warm-up) " : "",
                connections,
                sink.lastMail().length,
                perMail.toMillis(),
                ours,
                bare,
                ours / bare);
    }

    /** Replies owed, each a mail of its own, that wait until their reps are known. */
    private double reminders(SmtpSink sink) {
        List<Workspace> reps = new ArrayList<>();
        List<OutgoingEvent> due = new ArrayList<>();
        for (int i = 0; i < REPS; i++) {
            Workspace rep = Workspace.fresh();
            reps.add(rep);
            rep.addContact();
            rep.wrote("Can you show us?", clock.instant());
            for (int j = 0; j < MAILS / REPS; j++) {
                due.add(rep.event(Topic.TOUCHPOINTS, rep.contactId(), rep.due(rep.replyOwed(UUID.randomUUID()), 1)));
            }
        }
        reps.get(0).publishAll(due.toArray(OutgoingEvent[]::new));
        String waiting = "select 1 from reminder where state = 'PENDING'";
        await().atMost(Duration.ofMinutes(2))
                .until(() -> Database.query(waiting).size() == MAILS);
        Database.change("vacuum analyze");
        int before = sink.taken();
        long begin = System.nanoTime();
        reps.get(0)
                .publishAll(reps.stream()
                        .map(rep -> rep.event(Topic.REPS, rep.repId(), new RepAdded(rep.rep(1))))
                        .toArray(OutgoingEvent[]::new));
        await().atMost(Duration.ofMinutes(5)).until(() -> sink.taken() == before + MAILS);
        return perSecond(sink, begin);
    }

    private double bareClient(SmtpSink sink) throws Exception {
        int before = sink.taken();
        long begin = System.nanoTime();
        ExecutorService clients = Executors.newFixedThreadPool(connections);
        try {
            Runnable client = () -> fill(sink, MAILS / connections);
            CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(client, clients))
                            .limit(connections)
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            clients.shutdown();
        }
        await().until(() -> sink.taken() >= before + MAILS / connections * connections);
        return perSecond(sink, begin);
    }

    private static void fill(SmtpSink sink, int mails) {
        Session session = Session.getInstance(new Properties());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sink.port());
                SMTPTransport client = new SMTPTransport(session, new URLName("smtp", null, -1, null, null, null))) {
            // Else each mail waits for an acknowledgement that the server's system holds back for 40 ms.
            socket.setTcpNoDelay(true);
            Message mail = new MimeMessage(session, new ByteArrayInputStream(sink.lastMail()));
            client.connect(socket);
            for (int i = 0; i < mails; i++) {
                client.sendMessage(mail, mail.getAllRecipients());
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static double perSecond(SmtpSink sink, long begin) {
        return MAILS * 1e9 / (sink.lastNanos() - begin);
    }
}
