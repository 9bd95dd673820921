package io.sevenfold.delivery.operations;

/** What an operator asks for. Runs on a worker thread, so it may wait for the database and for Kafka. */
@FunctionalInterface
public interface Operation {

    /**
     * @return what is answered with 200, as JSON
     * @throws OperationRefused what is answered with its problem. A database that is away for a while, or Kafka, is answered with 503,
     *     anything else with 500
     */
    Object answer(OperatorsCall call) throws Exception;
}
