package io.sevenfold.notifier.sending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How reminders are sent. */
@ConfigMapping(prefix = "sevenfold.reminders")
public interface RemindersConfig {

    /** Whether what ended UNKNOWN is sent again, at the risk that it arrives twice (N7). */
    @WithDefault("false")
    boolean resendUnknown();

    /** How many a sender claims at once, to send them over one connection. */
    @WithDefault("10")
    int batch();

    /** How many this process sends at most in a second; each replica has its own. */
    @WithDefault("20")
    int perSecond();

    /** How long a claim holds, renewed as each mail begins; longer than the longest a mail may take to be handed over. */
    @WithDefault("PT2M")
    Duration lease();

    /** The first pause after an attempt that failed; it doubles with each, up to {@link #retryAtMost}. */
    @WithDefault("PT5S")
    Duration retryAfter();

    @WithDefault("PT15M")
    Duration retryAtMost();
}
