package io.sevenfold.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What a service does with the records of one topic: a bean per topic. It may see a record again at any time (a replay
 * from zero included) and must then change nothing: state is stored {@code where version < :version}, facts by their
 * own id.
 */
public interface TopicConsumer {

    String topic();

    /**
     * Handles records in one transaction of the worker role, together with those of other topics and the offsets.
     * Never commits, sends mail or calls anyone. The events' subjects are locked already; {@link Subjects#lock} tells
     * which of them have ended.
     *
     * @param worker the transaction; whatever is published goes through {@link Outbox#append(Connection, List)}
     * @param events in order within each subject
     * @throws PermanentFailure for a record that can never succeed. Any other exception, a transient one of the
     *     database aside, is taken for the same; the records are then handed over again one by one
     */
    void consume(Connection worker, List<IncomingEvent> events) throws SQLException;

    /** Told after the commit of what was consumed, to look at once for work that came of it; a hint that a crash loses. */
    default void committed() {}
}
