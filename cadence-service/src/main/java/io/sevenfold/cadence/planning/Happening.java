package io.sevenfold.cadence.planning;

import static java.util.Comparator.comparing;

import io.sevenfold.events.Direction;
import io.sevenfold.events.Interaction;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Something that happened or was decided, in the order in which it counts (P1): as it occurred, inbound first, then by id. */
record Happening(Instant at, boolean inbound, UUID id, Runnable telling) {

    private static final Comparator<Happening> ORDER = comparing(Happening::at)
            .thenComparing(happening -> !happening.inbound)
            .thenComparing(happening -> happening.id.toString());

    /** Each once, also where one was recorded twice. */
    static Stream<Happening> inOrder(
            Situation situation, Consumer<Interaction> interaction, Consumer<Decision> decision) {
        Stream<Happening> interactions = situation.interactions().stream()
                .map(it -> new Happening(
                        it.occurredAt(), it.direction() == Direction.INBOUND, it.id(), () -> interaction.accept(it)));
        Stream<Happening> decisions = situation.decisions().stream()
                .map(it -> new Happening(it.at(), false, it.id(), () -> decision.accept(it)));
        Set<UUID> told = new HashSet<>();
        return Stream.concat(interactions, decisions).sorted(ORDER).filter(it -> told.add(it.id));
    }

    void tell() {
        telling.run();
    }
}
