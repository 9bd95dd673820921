package io.sevenfold.cadence.broken.queue;

import io.sevenfold.delivery.WorkerTransactions;
import jakarta.ws.rs.Path;

/** Would see every workspace in a request. Has no method that answers one. */
@Path("/broken")
public abstract class WorkerInRequest {

    WorkerTransactions transactions;
}
