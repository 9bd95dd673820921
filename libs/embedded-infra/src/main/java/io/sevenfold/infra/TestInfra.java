package io.sevenfold.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The infrastructure of a test run, in a temporary folder, on free ports. */
record TestInfra(
        Path folder, PostgresServer postgres, KafkaBroker kafka, MailServer mail, SigningKeys tokens, LinkKeys links) {

    static TestInfra start() {
        try {
            Path folder = Files.createTempDirectory("sevenfold-test");
            TestInfra infra = new TestInfra(
                    folder,
                    PostgresServer.start(folder.resolve("postgres"), 0, false),
                    KafkaBroker.start(folder.resolve("kafka"), 0),
                    MailServer.start(folder.resolve("mail"), 0),
                    SigningKeys.in(folder.resolve("keys")),
                    LinkKeys.in(folder.resolve("keys")));
            infra.kafka.createTopics(SevenfoldTopics.all());
            return infra;
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder", e);
        }
    }

    void stop() {
        mail.close();
        kafka.close();
        postgres.close();
        Folders.delete(folder);
    }
}
