package io.sevenfold.cadence.planning;

import static io.sevenfold.events.Direction.INBOUND;

import io.sevenfold.events.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How long it takes to plan one contact with 7 steps and 50 interactions (JMH, in a JVM of its own as in production), how much
 * CPU time and how much memory that takes. No test of the build: {@code mvn -pl cadence-service test -Dtest=PlannerBenchmark}; with
 * {@code -Djmh.only=replan}: that one only; with {@code -Djmh.profiler=jfr:dir=/tmp}: where the time goes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xmx512m"})
public class PlannerBenchmark {

    private static final int INTERACTIONS = 50;

    private final Instant now = Instant.parse("2026-03-31T10:00:00Z");
    private final Situation unknown = story().situation();
    private final Situation before =
            talkedFrom(story(), LocalDate.parse("2025-12-29")).situation();
    private final Situation since =
            talkedFrom(story(), LocalDate.parse("2026-03-03")).situation();
    private final Plan plan = Planner.plan(since, now);

    /** Enrolled on Monday, 2 March 2026: holidays, an absence to come, a cadence of seven steps. */
    private static Story story() {
        return Story.of(RepBuilder.in("Europe/Berlin").region("DE-BY").absent("2026-04-13", "2026-04-17"))
                .following(FollowOnTest.FOLLOW_ONS)
                .enrolled("2026-03-02T10:00");
    }

    /** Two touches, then a talk that goes on day after day, with a no, an automatic reply and a meeting in it. */
    private static Story talkedFrom(Story story, LocalDate date) {
        story.outbound(date + "T10:30", Outcome.NONE);
        story.outbound(date.plusDays(1) + "T10:30", Outcome.NO_ANSWER);
        story.until(
                INBOUND,
                date.plusDays(2) + "T11:00",
                Outcome.AUTO_REPLY,
                date.plusDays(4).toString());
        story.booked(INBOUND, date.plusDays(3) + "T09:00", date.plusDays(5).toString());
        story.inbound(date.plusDays(3) + "T09:30", Outcome.NOT_NOW);
        story.outbound(date.plusDays(3) + "T09:45", Outcome.REPLIED);
        for (int day = 4; story.interactions.size() < INTERACTIONS; day++) {
            story.inbound(date.plusDays(day) + "T09:00", Outcome.REPLIED);
            story.outbound(date.plusDays(day) + "T15:00", Outcome.REPLIED);
        }
        return story;
    }

    @Benchmark
    public Plan planWithoutInteractions() {
        return Planner.plan(unknown, now);
    }

    @Benchmark
    public Plan plan() {
        return Planner.plan(before, now);
    }

    @Benchmark
    public Plan replan() {
        return Planner.plan(since, now);
    }

    @Benchmark
    public StageAndStrength connection() {
        return StageAndStrength.of(since, plan, false, now);
    }

    @Benchmark
    public Object persistence() {
        return Persistence.of(since, plan);
    }

    @Test
    void measure() throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("PlannerBenchmark\\." + System.getProperty("jmh.only", ".*"))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuTime.class);
        String[] profiler = System.getProperty("jmh.profiler", "").split(":", 2);
        if (!profiler[0].isEmpty()) {
            options.addProfiler(profiler[0], profiler.length == 1 ? "" : profiler[1]);
        }
        new Runner(options.build()).run();
    }
}
