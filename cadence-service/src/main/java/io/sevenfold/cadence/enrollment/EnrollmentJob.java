package io.sevenfold.cadence.enrollment;

import static java.util.stream.Collectors.toMap;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.sevenfold.delivery.DatabaseFailure;
import io.sevenfold.delivery.DatabaseTicks;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.delivery.WorkerTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Works off what was asked for with many contacts, a batch in a transaction that also notes what became of each: who is killed goes on
 * where it was. Several replicas may.
 */
@ApplicationScoped
public class EnrollmentJob {

    private static final Logger LOG = Logger.getLogger(EnrollmentJob.class);
    private static final int BATCH = 500;

    private final WorkerTransactions transactions;
    private final Outbox outbox;
    private final Clock clock;
    private final DatabaseTicks ticks = new DatabaseTicks(EnrollmentJob.class, "Enrollments wait to be worked off");

    EnrollmentJob(WorkerTransactions transactions, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "${sevenfold.enrollments.every:1s}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        ticks.run(this::run);
    }

    void run() {
        while (next()) {}
    }

    /** A batch; where that cannot be done, its contacts one by one, so that it is not done for one of them only. */
    private boolean next() {
        try {
            return transactions.call(connection -> batch(connection, BATCH));
        } catch (RuntimeException e) {
            rethrowIfItMaySucceedLater(e);
            LOG.warnf("A batch of enrollments failed and is done one by one: %s", e);
            boolean more = true;
            for (int i = 0; i < BATCH && more; i++) {
                more = one();
            }
            return more;
        }
    }

    private boolean one() {
        AtomicReference<OpenJob> job = new AtomicReference<>();
        AtomicReference<UUID> contact = new AtomicReference<>();
        try {
            return transactions.call(connection -> {
                Optional<OpenJob> claimed = OpenJob.claim(connection);
                claimed.ifPresent(job::set);
                if (claimed.isPresent()) {
                    claimed.get().toDo(connection, 1).forEach(contact::set);
                }
                return batch(connection, 1);
            });
        } catch (RuntimeException e) {
            rethrowIfItMaySucceedLater(e);
            if (contact.get() == null) {
                throw e;
            }
            LOG.errorf(e, "Job %s failed for contact %s", job.get().id(), contact.get());
            Refusal failed = Refusal.refused("unexpected", "contactId", "Something went wrong here; it was logged.");
            Subject subject = new Subject(job.get().workspace(), contact.get());
            transactions.run(connection ->
                    job.get().note(connection, Map.of(contact.get(), Verdict.refused(subject, failed))));
            return true;
        }
    }

    private static void rethrowIfItMaySucceedLater(RuntimeException e) {
        if (e instanceof DatabaseFailure failure && failure.isTransient()) {
            throw e;
        }
    }

    /** @return whether there may be more to do */
    private boolean batch(Connection connection, int size) throws SQLException {
        Optional<OpenJob> claimed = OpenJob.claim(connection);
        if (claimed.isEmpty()) {
            return false;
        }
        OpenJob job = claimed.get();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<UUID> contacts = job.toDo(connection, size);
        if (contacts.isEmpty()) {
            job.close(connection, now);
            return true;
        }
        Subjects.lock(
                connection,
                contacts.stream().map(it -> new Subject(job.workspace(), it)).toList());
        contacts = job.stillToDo(connection, contacts);
        if (contacts.isEmpty()) {
            return true;
        }
        Map<UUID, Verdict> verdicts = Judging.judge(connection, job.workspace(), orders(job, contacts), now);
        String by = job.order().asker().name();
        outbox.append(connection, Deeds.carryOut(connection, verdicts.values(), by, job.trace(), now));
        job.note(connection, verdicts);
        return true;
    }

    private static Map<UUID, Order> orders(OpenJob job, List<UUID> contacts) {
        return contacts.stream()
                .collect(toMap(
                        contact -> contact,
                        contact -> job.order()
                                .withId(UuidCreator.getNameBasedSha1(job.id(), job.workspace() + "/" + contact))));
    }
}
