package io.sevenfold.infra;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Kafka tells its whole life at INFO; here only its warnings are of interest. */
final class KafkaLogs {

    /** Its keys are kept, since a logger that nobody holds forgets its level. */
    private static final Map<Logger, Level> LEVELS = Map.of(
            Logger.getLogger("kafka"), Level.WARNING,
            Logger.getLogger("org.apache.kafka"), Level.WARNING,
            Logger.getLogger("state.change.logger"), Level.WARNING,
            // Warns of every first start.
            Logger.getLogger("org.apache.kafka.controller.QuorumController"), Level.SEVERE);

    private KafkaLogs() {}

    static void quietUnlessConfigured() {
        LEVELS.forEach((logger, level) -> {
            if (logger.getLevel() == null) {
                logger.setLevel(level);
            }
        });
    }
}
