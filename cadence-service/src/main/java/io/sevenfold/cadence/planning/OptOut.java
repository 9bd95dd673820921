package io.sevenfold.cadence.planning;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.Outcome;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a contact does not want, as far as it was not taken back.
 *
 * @param lifted when do-not-contact was lifted, each time: a "never" from before binds no enrollment started after
 * @param channels by which they do not want to be contacted, where they did not opt out wholly
 */
public record OptOut(Collection<Instant> lifted, Set<Channel> channels) {

    /** What to use instead of a channel they do not want: what intrudes least comes first. */
    private static final List<Channel> INSTEAD =
            List.of(Channel.EMAIL, Channel.MESSAGE, Channel.LETTER, Channel.SOCIAL, Channel.CALL, Channel.MEETING);

    boolean binds(Instant never, Instant enrolled) {
        return !never.isBefore(enrolled) || lifted.stream().allMatch(at -> never.isAfter(at) || at.isAfter(enrolled));
    }

    /** Whether it says never to all channels. */
    static boolean isWhole(Interaction it) {
        return it.outcome() == Outcome.NEVER && it.optOutOf() == null;
    }

    /** The channel a step uses: its own, unless they do not want that. */
    Channel insteadOf(Channel channel) {
        return Stream.concat(Stream.of(channel), INSTEAD.stream())
                .filter(it -> !channels.contains(it))
                .findFirst()
                .orElse(channel);
    }
}
