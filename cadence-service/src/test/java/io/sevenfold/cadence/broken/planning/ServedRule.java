package io.sevenfold.cadence.broken.planning;

import io.sevenfold.cadence.broken.queue.WorkerInRequest;

/** A rule that knows whom it serves. */
class ServedRule {

    WorkerInRequest request;
}
