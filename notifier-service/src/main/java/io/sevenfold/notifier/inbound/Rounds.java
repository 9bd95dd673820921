package io.sevenfold.notifier.inbound;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Up to which round each touchpoint of a batch became due and was finished. Only grows, so the order of events is no matter. */
final class Rounds {

    record Key(String workspace, UUID touchpointId) {}

    record Reached(int due, int finished) {

        private Reached and(Reached other) {
            return new Reached(Math.max(due, other.due), Math.max(finished, other.finished));
        }
    }

    private final Map<Key, Reached> reached = new LinkedHashMap<>();

    void due(String workspace, UUID touchpointId, int round) {
        reached.merge(new Key(workspace, touchpointId), new Reached(round, 0), Reached::and);
    }

    void finished(String workspace, UUID touchpointId, int round) {
        reached.merge(new Key(workspace, touchpointId), new Reached(0, round), Reached::and);
    }

    Map<Key, Reached> all() {
        return reached;
    }
}
