package io.sevenfold.contacts.broken;

import io.sevenfold.delivery.WorkerTransactions;

public class WorkerResource {
    WorkerTransactions worker;
}
