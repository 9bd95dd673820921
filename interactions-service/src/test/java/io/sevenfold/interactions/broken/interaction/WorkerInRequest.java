package io.sevenfold.interactions.broken.interaction;

import io.sevenfold.delivery.WorkerTransactions;

/** Sees every workspace in a request. */
class WorkerInRequest {

    WorkerTransactions transactions;
}
