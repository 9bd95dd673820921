package io.sevenfold.rest.links;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * What a link in a mail allows its bearer (N6): a rep, without logging in.
 *
 * @param repId whom the mail went to, and in whose name its bearer acts
 * @param touchpointId the only one it is about; null: all that is the rep's
 * @param round in which the touchpoint was due then; null without a touchpoint
 * @param expiresAt by the domain clock
 */
public record Link(Purpose purpose, String workspace, UUID repId, UUID touchpointId, Integer round, Instant expiresAt) {

    /** What a link is for: a token made for one thing opens no other. */
    public enum Purpose {
        /** A touchpoint's page: done, snooze, skip. */
        TOUCHPOINT,
        /** The rep's day, and the pages of what stands there. */
        MY_DAY,
        /** Only replies owed are to be mailed from now on (RFC 8058). */
        UNSUBSCRIBE,
        /** No weekly digest of the team any more (RFC 8058). */
        UNSUBSCRIBE_TEAM;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Link {
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(workspace);
        Objects.requireNonNull(repId);
        Objects.requireNonNull(expiresAt);
        if ((purpose == Purpose.TOUCHPOINT) != (touchpointId != null && round != null)) {
            throw new IllegalArgumentException(
                    "A touchpoint and its round belong to a touchpoint's link, and to it only");
        }
    }
}
