package io.sevenfold.house.broken;

import io.sevenfold.delivery.WorkerTransactions;

public class WorkerResource {
    WorkerTransactions worker;
}
