package io.sevenfold.delivery;

import io.agroal.api.AgroalPoolInterceptor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sevenfold.infra.SettableClock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;

/** What a service and the rest conventions would bring along. */
class TestBeans {

    static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    @Produces
    @Singleton
    Clock clock() {
        return new SettableClock(NOW);
    }

    @Produces
    @Singleton
    SimpleMeterRegistry registry() {
        return new SimpleMeterRegistry();
    }

    /** Whose data the app role sees; set by {@link Notes}. */
    @Singleton
    static class WorkspaceOfTest implements AgroalPoolInterceptor {

        static final ThreadLocal<String> WORKSPACE = ThreadLocal.withInitial(() -> "none");

        @Override
        public void onConnectionAcquire(Connection connection) {
            try (PreparedStatement sql = connection.prepareStatement("select set_config('app.workspace', ?, true)")) {
                sql.setString(1, WORKSPACE.get());
                sql.execute();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
