package io.sevenfold.rest;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Tells PostgreSQL for which workspace a transaction of the app role runs, so that row-level security shows only its rows. The
 * setting ends with the transaction: nothing leaks through the pool.
 */
@Singleton
public class WorkspaceOfConnections implements AgroalPoolInterceptor {

    private final Caller caller;

    WorkspaceOfConnections(Caller caller) {
        this.caller = caller;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        if (!Arc.container().requestContext().isActive()) {
            throw new IllegalStateException("The app role serves requests only; background work has the worker role");
        }
        try (PreparedStatement statement = connection.prepareStatement("select set_config('app.workspace', ?, true)")) {
            statement.setString(1, caller.workspace());
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot set the workspace of a connection", e);
        }
    }
}
