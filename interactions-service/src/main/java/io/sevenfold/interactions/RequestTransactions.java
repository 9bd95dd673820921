package io.sevenfold.interactions;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sevenfold.delivery.WorkerTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** Transactions of a request: of the role app, which sees the caller's workspace only. */
@ApplicationScoped
public class RequestTransactions {

    private final AgroalDataSource app;

    RequestTransactions(AgroalDataSource app) {
        this.app = app;
    }

    /** Runs the work and commits; any exception rolls it back. */
    public <T> T call(WorkerTransactions.Work<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = app.getConnection()) {
                return work.with(connection);
            } catch (SQLException e) {
                throw new IllegalStateException("The database refused", e);
            }
        });
    }
}
