package io.sevenfold.house.broken;

import io.sevenfold.delivery.WorkerTransactions;
import jakarta.transaction.Transactional;

public abstract class MixesTransactions {
    WorkerTransactions worker;

    @Transactional
    abstract void both();
}
