package io.sevenfold.notifier.mail;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where answers to our mails go. */
@ConfigMapping(prefix = "sevenfold.smtp")
public interface ReplyToConfig {

    /** As in a header: {@code Sales desk <desk@example.com>}; without it answers go to whom the mails are from. */
    Optional<String> replyTo();
}
