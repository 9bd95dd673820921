package io.sevenfold.notifier.broken.reminder;

import io.sevenfold.delivery.WorkerTransactions;

/** Sees every workspace in a request. */
class WorkerInRequest {

    WorkerTransactions transactions;
}
