package io.sevenfold.infra;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;

/**
 * A PostgreSQL 17 as a child process, listening on localhost only.
 *
 * <p>Data stays in its folder and is there again at the next start on it.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "full_page_writes", "on", "synchronous_commit", "on");

    private static final String LETTERS = System.getProperty("os.name").startsWith("Linux") ? "C.UTF-8" : "en_US.UTF-8";

    private final EmbeddedPostgres server;
    private final PostgresFolder folder;

    private PostgresServer(EmbeddedPostgres server, PostgresFolder folder) {
        this.server = server;
        this.folder = folder;
    }

    /**
     * Starts a server on a folder, which is made and initialised where it is new. A server that a crashed run left behind
     * on this folder is stopped first.
     *
     * @param port the port, or 0 for a free one
     * @param durable whether a commit survives the machine's crash (fsync); false is faster, for tests
     * @throws UncheckedIOException where it cannot start; then no process is left
     */
    public static PostgresServer start(Path dataDir, int port, boolean durable) {
        PostgresFolder folder = new PostgresFolder(dataDir);
        folder.stopServer();
        folder.clearUnlessInitialised();
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(dataDir)
                    .setCleanDataDirectory(false)
                    // A busy machine, or a recovery after a crash.
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .setPort(port == 0 ? FreePort.find() : port)
                    // PostgreSQL's own locale, so that text sorts and matches alike on every machine; pg_trgm alone
                    // asks
                    // the operating system what a letter is.
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("lc-ctype", LETTERS)
                    .setServerConfig("timezone", "UTC")
                    .setServerConfig("max_connections", "200")
                    // a batch holds the lock of each of its contacts: the default has room for about thirty batches at
                    // once
                    .setServerConfig("max_locks_per_transaction", "256");
            if (durable) {
                DURABLE.forEach(builder::setServerConfig);
            }
            PostgresServer started = new PostgresServer(builder.start(), folder);
            folder.markInitialised();
            return started;
        } catch (IOException e) {
            folder.awaitAndStopServer();
            throw new UncheckedIOException("PostgreSQL did not start on " + dataDir, e);
        } catch (RuntimeException e) {
            // Also when the JVM is being shut down while it starts: the process is already on its way then.
            folder.awaitAndStopServer();
            throw e;
        }
    }

    /** Stops the server that a crashed run left behind on a folder, so that its port is free again. */
    public static void stopLeftover(Path dataDir) {
        new PostgresFolder(dataDir).stopServer();
    }

    /**
     * Makes a service's database and its three login roles ({@code <service>_owner}, {@code _worker}, {@code _app}); each
     * role's password is its name. Does nothing where they are there. None of them is a superuser or bypasses row-level
     * security; the owner owns the schema, the others may only connect: Flyway grants them tables.
     */
    public void createServiceDatabase(String service) {
        try (Connection connection = superuser().getConnection();
                Statement sql = connection.createStatement()) {
            for (String role : new String[] {"owner", "worker", "app"}) {
                createRole(sql, service + "_" + role);
            }
            if (!exists(sql, "select 1 from pg_database where datname = '%s'".formatted(service))) {
                sql.execute("create database \"%1$s\" owner \"%1$s_owner\"".formatted(service));
            }
            sql.execute("revoke all on database \"%s\" from public".formatted(service));
            sql.execute("grant connect on database \"%1$s\" to \"%1$s_worker\", \"%1$s_app\"".formatted(service));
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot make the database of " + service, e);
        }
        try (Connection connection = superuser(service).getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("alter schema public owner to \"%s_owner\"".formatted(service));
            sql.execute("revoke all on schema public from public");
            sql.execute("grant usage on schema public to \"%1$s_worker\", \"%1$s_app\"".formatted(service));
            // Only a superuser's extension may be used by everyone without a grant on its functions.
            sql.execute("create extension if not exists pg_trgm schema public");
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot prepare the database of " + service, e);
        }
    }

    /** The JDBC URL of a service's database, without user or password. */
    public String jdbcUrl(String service) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port(), service);
    }

    /** Connections of the superuser to the database {@code postgres}. */
    public DataSource superuser() {
        return superuser("postgres");
    }

    /** Connections of the superuser to a service's database; it sees past row-level security. */
    public DataSource superuser(String service) {
        return server.getDatabase("postgres", service);
    }

    public int port() {
        return server.getPort();
    }

    /** Stops the server: open transactions are rolled back, connections closed; what was committed stays. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            folder.stopServer();
        }
    }

    private static void createRole(Statement sql, String role) throws SQLException {
        if (!exists(sql, "select 1 from pg_roles where rolname = '%s'".formatted(role))) {
            sql.execute("create role \"%1$s\" login nosuperuser nobypassrls nocreatedb nocreaterole password '%1$s'"
                    .formatted(role));
        }
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (var result = sql.executeQuery(query)) {
            return result.next();
        }
    }
}
