package io.sevenfold.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    @TempDir
    Path folder;

    @Test
    void keepsDataOverARestartOnTheSameFolder() throws SQLException {
        // Given
        try (PostgresServer server = PostgresServer.start(folder, 0, true)) {
            server.createServiceDatabase("contacts");
            execute(server, "contacts", "contacts_owner", "create table card (name text)");
            execute(server, "contacts", "contacts_owner", "insert into card values ('Ada')");
            assertEquals(List.of("on"), query(server, "contacts", "contacts_owner", "show fsync"));
        }

        // When
        try (PostgresServer server = PostgresServer.start(folder, 0, false)) {
            server.createServiceDatabase("contacts");

            // Then
            assertEquals(List.of("Ada"), query(server, "contacts", "contacts_owner", "select name from card"));
        }
    }

    @Test
    void givesAServiceThreeRolesWithoutPowersThatPassRowLevelSecurity() throws SQLException {
        try (PostgresServer server = PostgresServer.start(folder, 0, false)) {
            // When
            server.createServiceDatabase("cadence");

            // Then
            assertEquals(
                    List.of("cadence_app", "cadence_owner", "cadence_worker"),
                    query(
                            server,
                            "cadence",
                            "cadence_app",
                            "select rolname from pg_roles where rolname like 'cadence%' and rolcanlogin"
                                    + " and not (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole) order by 1"));
            assertThrows(SQLException.class, () -> execute(server, "cadence", "cadence_app", "create table t (i int)"));
            assertThrows(
                    SQLException.class, () -> execute(server, "cadence", "cadence_worker", "create table t (i int)"));
            assertEquals(
                    List.of("t"), query(server, "cadence", "cadence_app", "select 'Zoë Ödegård' ilike '%ÖDEGÅRD'"));
            assertEquals(
                    List.of("1"), query(server, "cadence", "cadence_app", "select similarity('Ödegård', 'ödegård')"));
        }
    }

    @Test
    void keepsOneServicesRolesOutOfAnothersDatabase() throws SQLException {
        try (PostgresServer server = PostgresServer.start(folder, 0, false)) {
            // When
            server.createServiceDatabase("contacts");
            server.createServiceDatabase("notifier");

            // Then
            assertThrows(SQLException.class, () -> query(server, "contacts", "notifier_app", "select 1"));
        }
    }

    @Test
    void stopsTheServerThatACrashedRunLeftBehind() throws Exception {
        // Given
        PostgresServer left = PostgresServer.start(folder, 0, false);
        left.createServiceDatabase("contacts");
        // A JVM that is gone holds no lock.
        Files.delete(folder.resolve("epg-lock"));

        // When
        try (PostgresServer server = PostgresServer.start(folder, 0, false)) {

            // Then
            assertThrows(SQLException.class, () -> query(left, "contacts", "contacts_app", "select 1"));
            assertEquals(List.of("1"), query(server, "contacts", "contacts_app", "select 1"));
        }
    }

    @Test
    void startsOverWhereTheFirstInitialisationWasCutOff() throws Exception {
        // Given
        Files.createDirectories(folder.resolve("base"));
        Files.writeString(folder.resolve("postgresql.conf"), "half of it");

        // When
        try (PostgresServer server = PostgresServer.start(folder, 0, false)) {
            server.createServiceDatabase("contacts");

            // Then
            assertEquals(List.of("1"), query(server, "contacts", "contacts_app", "select 1"));
        }
        assertFalse(Files.exists(folder.resolve("postmaster.pid")));
    }

    private static void execute(PostgresServer server, String service, String role, String sql) throws SQLException {
        try (Connection connection = connect(server, service, role);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> query(PostgresServer server, String service, String role, String sql)
            throws SQLException {
        try (Connection connection = connect(server, service, role);
                var result = connection.createStatement().executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }

    private static Connection connect(PostgresServer server, String service, String role) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(service), role, role);
    }
}
