package io.sevenfold.notifier.preference;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which mails a rep wants. Replies owed are told in any case, and at once (N3). */
@Schema(enumeration = {"digest", "each", "both", "replies-only"})
public enum Mails {
    /** One each morning, and what becomes due later gathered (N1). */
    DIGEST,
    /** One for each touchpoint. */
    EACH,
    /** One for each touchpoint, and the digest as an overview. */
    BOTH,
    /** None but of replies owed. */
    REPLIES_ONLY;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
