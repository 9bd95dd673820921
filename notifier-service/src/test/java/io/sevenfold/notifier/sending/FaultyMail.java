package io.sevenfold.notifier.sending;

import static org.awaitility.Awaitility.await;

import io.sevenfold.infra.ServiceTestResource;
import java.io.IOException;

/** For the time of a test the service's SMTP server is a faulty one. */
final class FaultyMail implements AutoCloseable {

    final FaultySmtpServer server;

    FaultyMail(Fault... faults) {
        ServiceTestResource.mail().stop();
        int port = ServiceTestResource.mail().port();
        server = await().ignoreExceptions().until(() -> new FaultySmtpServer(port, faults), it -> true);
    }

    @Override
    public void close() throws IOException {
        server.close();
        // Its port is free again once the last connection to the faulty one is gone.
        await().ignoreExceptions().until(() -> {
            ServiceTestResource.mail().start();
            return true;
        });
    }
}
