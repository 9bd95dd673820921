package io.sevenfold.notifier.broken;

import io.sevenfold.delivery.IncomingEvent;
import io.sevenfold.delivery.TopicConsumer;
import jakarta.mail.Transport;
import java.sql.Connection;
import java.util.List;

/** Sends inside a consumer's transaction. */
abstract class SendingConsumer implements TopicConsumer {

    Transport transport;

    @Override
    public void consume(Connection worker, List<IncomingEvent> events) {}
}
