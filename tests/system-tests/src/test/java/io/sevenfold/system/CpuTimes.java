package io.sevenfold.system;

import io.sevenfold.local.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * CPU seconds that each part of a cluster has taken so far, from {@code /proc}: the services' processes, PostgreSQL with the sessions
 * it has ended, and Kafka, which runs in this JVM, by its threads (their share of this JVM's garbage collection is not in it).
 */
final class CpuTimes {

    private static final double TICKS = 100;
    private static final Pattern KAFKA = Pattern.compile(
            "(?i).*(kafka|raft|replica|purgatory|reaper|coordinator|transaction|log-|scheduler|metadata|controller|broker|quorum).*");

    private final Cluster cluster;
    private final long postmaster;

    CpuTimes(Cluster cluster) {
        this.cluster = cluster;
        try (Connection connection = cluster.stack.postgres().superuser().getConnection();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select pg_backend_pid()")) {
            row.next();
            postmaster = Long.parseLong(stat(row.getLong(1)).get(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By name of the part. */
    Map<String, Double> read() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            seconds.put(service.id(), own(stat(cluster.stack.service(service).pid())));
        }
        seconds.put("PostgreSQL", postgres());
        seconds.put("Kafka", kafka());
        return seconds;
    }

    /** What a service holds in memory, in MB. */
    long residentMegabytes(Service service) {
        try (Stream<String> status =
                Files.lines(Path.of("/proc/" + cluster.stack.service(service).pid() + "/status"))) {
            return status.filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double postgres() {
        List<String> parent = stat(postmaster);
        double ended = (Long.parseLong(parent.get(13)) + Long.parseLong(parent.get(14))) / TICKS;
        return own(parent)
                + ended
                + ProcessHandle.of(postmaster).stream()
                        .flatMap(ProcessHandle::children)
                        .mapToDouble(child -> own(stat(child.pid())))
                        .sum();
    }

    private static double kafka() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread ->
                        thread != null && KAFKA.matcher(thread.getThreadName()).matches())
                .mapToLong(ThreadInfo::getThreadId)
                .mapToDouble(id -> Math.max(0, threads.getThreadCpuTime(id)) / 1e9)
                .sum();
    }

    /** Without that of its children. */
    private static double own(List<String> stat) {
        return stat.isEmpty() ? 0 : (Long.parseLong(stat.get(11)) + Long.parseLong(stat.get(12))) / TICKS;
    }

    /** The fields of proc(5) from the third on; none where the process has ended. */
    private static List<String> stat(long pid) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
