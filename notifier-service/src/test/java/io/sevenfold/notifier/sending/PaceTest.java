package io.sevenfold.notifier.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void spreadsMailsEvenlyOverTheSecond() {
        // Given
        Pace pace = new Pace(perSecond(10));

        // Then
        assertEquals(0, pace.nanosToTurn());
        long wait = 0;
        for (int i = 1; i <= 10; i++) {
            wait = pace.nanosToTurn();
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(wait);
        assertTrue(millis > 500 && millis <= 1000, () -> "the eleventh waits " + millis + " ms");
    }

    @Test
    void refusesToSendNothingAtAll() {
        RemindersConfig none = perSecond(0);
        assertThrows(IllegalArgumentException.class, () -> new Pace(none));
    }

    private static RemindersConfig perSecond(int mails) {
        return new SmallRyeConfigBuilder()
                .withMapping(RemindersConfig.class)
                .withDefaultValue("sevenfold.reminders.per-second", Integer.toString(mails))
                .build()
                .getConfigMapping(RemindersConfig.class);
    }
}
