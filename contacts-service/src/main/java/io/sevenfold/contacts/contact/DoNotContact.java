package io.sevenfold.contacts.contact;

import io.sevenfold.events.Channel;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a contact does not want, as columns of its row. Wholly or of a channel, it was said by a person or heard in an interaction;
 * what was only heard goes when the interaction is taken back ({@link OptOuts}), what was said stays until it is lifted.
 */
@Embeddable
class DoNotContact {

    @Column(name = "do_not_contact")
    boolean wholly;

    /** The interaction in which it was heard; null where a person said it. */
    @Column(name = "do_not_contact_because")
    UUID because;

    /** When it was last lifted (UTC): no "never" that occurred before binds any more. */
    @Column(name = "do_not_contact_lifted_at")
    Instant liftedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "do_not_contact_channels")
    List<Channel> channels = List.of();

    /** Those of the channels that were only heard. */
    @Enumerated(EnumType.STRING)
    @Column(name = "do_not_contact_channels_heard")
    List<Channel> heardChannels = List.of();

    /** As {@code liftedAt}, of single channels. */
    @ElementCollection
    @CollectionTable(name = "contact_channel_lifted", joinColumns = @JoinColumn(name = "contact_id"))
    @MapKeyColumn(name = "channel")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "lifted_at")
    Map<Channel, Instant> channelsLiftedAt = new HashMap<>();

    /** A person's own word: what was there and is left out is lifted; what was there already stays so for the reason known. */
    void say(boolean nowWholly, List<Channel> nowChannels, Instant now) {
        if (wholly && !nowWholly) {
            because = null;
            liftedAt = now;
        }
        wholly = nowWholly;
        channels.stream()
                .filter(channel -> !nowChannels.contains(channel))
                .forEach(channel -> channelsLiftedAt.put(channel, now));
        heardChannels = heardChannels.stream().filter(nowChannels::contains).toList();
        channels = nowChannels;
    }

    /**
     * What is known of two that are one from now on (P12): what a person said of either holds, and what is lifted stays lifted where
     * neither says otherwise. What was heard is left to {@link OptOuts#settle}.
     */
    void unite(DoNotContact other) {
        liftedAt = wholly || other.wholly ? null : later(liftedAt, other.liftedAt);
        other.channelsLiftedAt.forEach((channel, at) -> channelsLiftedAt.merge(channel, at, DoNotContact::later));
        channels.forEach(channelsLiftedAt::remove);
        other.channels.forEach(channelsLiftedAt::remove);
        wholly = wholly && because == null || other.wholly && other.because == null;
        because = null;
        channels = Stream.concat(said(), other.said()).distinct().sorted().toList();
        heardChannels = List.of();
    }

    /** The later of two instants; null is none. */
    static Instant later(Instant one, Instant other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    private Stream<Channel> said() {
        return channels.stream().filter(channel -> !heardChannels.contains(channel));
    }
}
