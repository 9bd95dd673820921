package io.sevenfold.cadence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.arc.Arc;
import io.quarkus.scheduler.Scheduler;
import io.sevenfold.cadence.plan.PlanNow;
import io.sevenfold.events.Rep;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * How long it takes, and with how many statements, to plan the 5,000 contacts of a rep anew who goes on leave, and again as they are
 * back, on PostgreSQL with fsync; each contact with a plan of seven steps, five interactions and a touch of the rep's own past. No test of the build:
 * {@code mvn -pl cadence-service -am test -Dtest=LeaveBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@CadenceServiceTest
class LeaveBenchmark {

    private static final int CONTACTS = 5_000;
    private static final int INTERACTIONS = 5;

    @Test
    void measure() {
        Workspace.onMonday();
        Workspace acme = Workspace.withCapacity(20);
        UUID cover = UUID.randomUUID();
        acme.added(Reps.inBerlin(cover, 1, 20));
        acme.contacts(CONTACTS);
        history(acme);
        Database.change("alter system set fsync = on");
        Database.query("select pg_reload_conf()");
        Arc.container().instance(Scheduler.class).get().pause();

        LocalDate from = LocalDate.parse("2026-11-24");
        for (int version = 2; version < 8; version += 2) {
            report("leave", acme, Reps.covered(acme.rep(), version, from, from.plusDays(20), cover, null));
            assertEquals("2026-11-24", firstStep(acme));
            report("back", acme, Reps.inBerlin(acme.rep(), version + 1, 20));
            assertEquals("2026-11-24", firstStep(acme));
        }
    }

    /** Touches that answered something of theirs some weeks ago, and one today. */
    private static void history(Workspace acme) {
        Database.change("""
                insert into interaction (workspace_id, id, version, removed, contact_id, rep_id, direction, channel, outcome,
                                         occurred_at, recorded_at)
                select workspace_id, gen_random_uuid(), 1, false, id, owner_id, 'OUTBOUND', 'EMAIL', 'REPLIED',
                       timestamptz '2026-11-20 09:00Z' - n * interval '9 days', '2026-11-20 09:00Z'
                  from contact, generate_series(1, ?) n where workspace_id = ?""", INTERACTIONS, acme.name());
        Database.change(
                "insert into decision (workspace_id, id, contact_id, touchpoint_id, kind, decided_at, decided_by, until)"
                        + " select workspace_id, gen_random_uuid(), contact_id, id, 'SNOOZE', '2026-11-23 08:00Z', 'rep', '2026-11-24'"
                        + " from touchpoint where workspace_id = ? and step = 1",
                acme.name());
        Database.change(
                "insert into replan_request select workspace_id, id from contact where workspace_id = ?", acme.name());
        PlanNow.anew();
    }

    private static void report(String what, Workspace acme, Rep state) {
        acme.changed(state);
        assertEquals(
                String.valueOf(CONTACTS),
                Database.query("select count(*) from replan_request").get(0));
        long changed = events();
        Statements statements = new Statements();
        ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
        long begin = System.nanoTime();
        long cpuBegin = cpu.getCurrentThreadCpuTime();
        int batches = 0;
        while (PlanNow.batch(statements::counting) > 0) {
            batches++;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        Duration ours = Duration.ofNanos(cpu.getCurrentThreadCpuTime() - cpuBegin);
        System.out.printf(
                "%s: %,d contacts in %.2f s (%.2f s of CPU here), %d batches, %d statements, %,d rows in their batches, %,d events%n",
                what,
                CONTACTS,
                took.toMillis() / 1000.0,
                ours.toMillis() / 1000.0,
                batches,
                statements.executions(),
                statements.rows(),
                events() - changed);
        statements.print();
    }

    private static long events() {
        return Long.parseLong(
                Database.query("select last_value from outbox_position").get(0));
    }

    private static String firstStep(Workspace acme) {
        return Database.query("select distinct due_on from touchpoint where workspace_id = ? and step = 1", acme.name())
                .get(0);
    }
}
