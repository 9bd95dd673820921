package io.sevenfold.system;

import static io.sevenfold.system.Sevenfold.eventually;

import io.sevenfold.local.Service;
import io.sevenfold.local.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** How a replica ends whose relay leads, as seen from outside; times since SIGTERM. */
final class Ending {

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpRequest call;
    private final ServiceProcess replica;
    private final long begin = System.nanoTime();

    /** When it said last that it is ready. */
    Duration ready = Duration.ZERO;
    /** When its API answered last. */
    Duration served = Duration.ZERO;
    /** When its relay led last. */
    Duration relayed = Duration.ZERO;

    Duration gone = Duration.ZERO;

    private Ending(ServiceProcess replica) {
        this.replica = replica;
        // Without a token: any answer but that of a server that is shut down.
        call = HttpRequest.newBuilder(URI.create(replica.url() + "/v1/")).build();
    }

    /** Tells it to end and watches. Those who call it hear of that after {@code news}, and call it no more. */
    static Ending of(ServiceProcess replica, Service service, Cluster cluster, Duration news) throws SQLException {
        try (Connection superuser =
                        cluster.stack.postgres().superuser(service.id()).getConnection();
                Statement sql = superuser.createStatement()) {
            long relay = relay(sql);
            Ending ending = new Ending(replica);
            replica.terminate();
            eventually()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        ending.look(relay(sql) == relay);
                        if (ending.gone.compareTo(news) > 0) {
                            cluster.forget(service, replica);
                        }
                        return !replica.isAlive();
                    });
            return ending;
        }
    }

    private void look(boolean leads) {
        ready = replica.isReady() ? now() : ready;
        served = serves() ? now() : served;
        relayed = leads ? now() : relayed;
        gone = now();
    }

    private boolean serves() {
        try {
            return http.send(call, BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The session that holds the relay's lock, which is one replica's. */
    private static long relay(Statement sql) throws SQLException {
        try (ResultSet row = sql.executeQuery("""
                select coalesce(max(pid), 0) from pg_locks
                 where locktype = 'advisory' and granted and classid = 7 and objid = 1
                   and database = (select oid from pg_database where datname = current_database())""")) {
            row.next();
            return row.getLong(1);
        }
    }

    private Duration now() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public String toString() {
        return "ready until %d ms, served until %d ms, relay led until %d ms, gone after %d ms"
                .formatted(ready.toMillis(), served.toMillis(), relayed.toMillis(), gone.toMillis());
    }
}
