package io.sevenfold.cadence;

import static io.sevenfold.cadence.Database.eventually;

import io.sevenfold.cadence.insights.PersistencePlan;
import io.sevenfold.infra.ServiceTestResource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Where we give up, asked of a million enrollments of one workspace: how long the requests take, and how PostgreSQL runs them for the
 * role that requests have, under row-level security. No test of the build:
 * {@code mvn -pl cadence-service test -Dtest=PersistenceBenchmark}. See docs/decisions/0008.
 */
@CadenceServiceTest
class PersistenceBenchmark {

    private static final int RUNS = 15;
    private static final String ALL = "from=2025-01-01&to=2026-12-31";

    private final Workspace acme = Workspace.fresh();

    @Test
    void measure() throws SQLException {
        Workspace.onMonday();
        acme.added(Reps.inBerlin(acme.rep(), 1, 20));
        generate(acme.name(), 1_000_000);
        generate(Workspace.fresh().name(), 200_000);
        Database.change("vacuum (analyze) persistence");
        eventually().until(PersistenceBenchmark::isAllVisible);
        System.out.println(Database.query("""
                        select count(*) || ' rows, table ' || pg_size_pretty(pg_table_size('persistence')) || ', index '
                               || pg_size_pretty(pg_relation_size('persistence_by_start')) from persistence""").get(0));
        time(ALL);
        time(ALL + "&by=rep");
        time(ALL + "&by=cadence");
        time(ALL + "&by=month");
        time(ALL + "&repId=" + acme.rep());
        time("from=2026-01-01&to=2026-03-31&by=rep");
        String all = "started_on between '2025-01-01' and '2026-12-31'";
        for (String by : List.of("workspace", "rep", "cadence", "month")) {
            explain(by, all);
        }
        explain("workspace", all + " and rep_id = '" + acme.rep() + "'");
        explain("rep", "started_on between '2026-01-01' and '2026-03-31'");
    }

    /** Whoever has an older snapshot lets vacuum mark nothing, and an index-only scan reads the table all the same. */
    private static boolean isAllVisible() {
        Database.change("vacuum persistence");
        return !Database.query(
                        "select 1 from pg_class where relname = 'persistence' and relallvisible > 0.99 * relpages")
                .isEmpty();
    }

    /**
     * Two years' enrollments of 200 reps in ten cadences, in no order: each next touch is reached by four in five, half end, a third
     * reply, each touch in four is late, a third have answers owed.
     */
    private void generate(String workspace, int count) {
        Database.change("""
                insert into persistence
                select ?, gen_random_uuid(), case when r.rep = 0 then ? else md5('rep' || r.rep)::uuid end,
                       md5('cadence' || (i %% 10))::uuid, (array['CONNECT', 'CARE', 'KEEP_IN_TOUCH'])[1 + i %% 10 / 4],
                       date '2025-01-01' + (random() * 729)::int, r.touches,
                       case when random() < 0.33 then (random() * r.touches)::int end,
                       case when random() < 0.5
                            then (array['COMPLETED', 'SKIPPED', 'WON', 'LOST', 'OPTED_OUT', 'DECIDED'])[1 + i %% 6] end,
                       r.touches / 4, r.touches / 5, r.touches / 6, r.touches / 7, (random() < 0.02)::int,
                       r.touches / 3, r.touches / 4, r.touches / 5, r.touches / 6, r.touches / 7
                  from generate_series(1, ?) as i,
                       lateral (select least(12, floor(ln(random()) / ln(0.8)))::int as touches, i / 10 %% 200 as rep) r""".replace("%%", "%"), workspace, acme.rep(), count);
    }

    private void time(String query) {
        long[] nanos = LongStream.generate(() -> {
                    long begin = System.nanoTime();
                    acme.as("manager")
                            .get("/v1/insights/persistence?" + query)
                            .then()
                            .statusCode(200);
                    return System.nanoTime() - begin;
                })
                .limit(RUNS)
                .sorted()
                .toArray();
        System.out.printf(
                "%-40s fastest %d ms, median %d ms, slowest %d ms%n",
                query,
                Duration.ofNanos(nanos[0]).toMillis(),
                Duration.ofNanos(nanos[RUNS / 2]).toMillis(),
                Duration.ofNanos(nanos[RUNS - 1]).toMillis());
    }

    private void explain(String by, String where) throws SQLException {
        try (Connection app = DriverManager.getConnection(
                        ServiceTestResource.postgres().jdbcUrl("cadence"), "cadence_app", "cadence_app");
                Statement sql = app.createStatement()) {
            app.setAutoCommit(false);
            sql.execute("select set_config('app.workspace', '" + acme.name() + "', true)");
            System.out.println("by " + by + ", " + where);
            System.out.println(PersistencePlan.explained(app, by, "workspace_id = '" + acme.name() + "' and " + where));
            app.rollback();
        }
    }
}
