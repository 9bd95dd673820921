package io.sevenfold.notifier.gathering;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How what is due is gathered into mails. Durations are by the domain's clock, but for {@link #gatherAtLeast}. */
@ConfigMapping(prefix = "sevenfold.reminders")
public interface GatheringConfig {

    /** How long what becomes due after the day's digest waits for more (N1). */
    @WithDefault("PT10M")
    Duration gather();

    /** How long it waits at least by the wall clock, so that what comes at once is told at once. */
    @WithDefault("PT3S")
    Duration gatherAtLeast();

    /** What should have been mailed so long ago is merged into the next digest, or into one mail. */
    @WithDefault("PT2H")
    Duration staleAfter();

    /** How many mails a rep gets on a local date before what is due waits for the next digest. */
    @WithDefault("60")
    int perRepPerDay();
}
