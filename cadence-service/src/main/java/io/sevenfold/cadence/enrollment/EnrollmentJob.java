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
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Works off what was asked for with many contacts, a batch in a transaction that also notes what became of each: who is killed goes on
 * where it was. Several replicas may.
 */
@ApplicationScoped
public class EnrollmentJob {

    private static final Logger LOG = Logger.getLogger(EnrollmentJob.class);
    private static final int BATCH = 500;

    /** Contacts of one job that are worked off together; none: the job is through. */
    private record Batch(OpenJob job, List<UUID> contacts) {}

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
            return transactions.call(connection -> work(connection, BATCH, batch -> {}));
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
        AtomicReference<Batch> tried = new AtomicReference<>();
        try {
            return transactions.call(connection -> work(connection, 1, tried::set));
        } catch (RuntimeException e) {
            rethrowIfItMaySucceedLater(e);
            if (tried.get() == null || tried.get().contacts.isEmpty()) {
                throw e;
            }
            OpenJob job = tried.get().job;
            UUID contact = tried.get().contacts.get(0);
            LOG.errorf(e, "Job %s failed for contact %s", job.id(), contact);
            Refusal failed = Refusal.refused("unexpected", "contactId", "Something went wrong here; it was logged.");
            Verdict verdict = Verdict.refused(new Subject(job.workspace(), contact), failed);
            transactions.run(connection -> job.note(connection, Map.of(contact, verdict)));
            return true;
        }
    }

    private static void rethrowIfItMaySucceedLater(RuntimeException e) {
        if (e instanceof DatabaseFailure failure && failure.isTransient()) {
            throw e;
        }
    }

    /**
     * @param claimed is told what is going to be worked off
     * @return whether there may be more to do
     */
    private boolean work(Connection connection, int size, Consumer<Batch> claimed) throws SQLException {
        Optional<OpenJob> job = OpenJob.claim(connection);
        if (job.isPresent()) {
            Batch batch = new Batch(job.get(), job.get().toDo(connection, size));
            claimed.accept(batch);
            workOff(connection, batch);
        }
        return job.isPresent();
    }

    private void workOff(Connection connection, Batch batch) throws SQLException {
        OpenJob job = batch.job;
        if (batch.contacts.isEmpty()) {
            job.close(connection, now());
            return;
        }
        Subjects.lock(
                connection,
                batch.contacts.stream()
                        .map(it -> new Subject(job.workspace(), it))
                        .toList());
        Instant now = now();
        List<UUID> contacts = job.stillToDo(connection, batch.contacts);
        if (contacts.isEmpty()) {
            return;
        }
        Map<UUID, Verdict> verdicts = Judging.judge(connection, job.workspace(), orders(job, contacts), now);
        String by = job.order().asker().name();
        outbox.append(connection, Deeds.carryOut(connection, verdicts.values(), by, job.trace(), now));
        job.note(connection, verdicts);
    }

    /** As the database keeps instants. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Map<UUID, Order> orders(OpenJob job, List<UUID> contacts) {
        return contacts.stream()
                .collect(toMap(
                        contact -> contact,
                        contact -> job.order()
                                .withId(UuidCreator.getNameBasedSha1(job.id(), job.workspace() + "/" + contact))));
    }
}
