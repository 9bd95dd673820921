package io.sevenfold.delivery.operations;

import io.quarkus.vertx.http.ManagementInterface;
import io.sevenfold.delivery.DeadLetter;
import io.sevenfold.delivery.DeadLetterBox;
import io.sevenfold.delivery.Place;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /operations/dead-letters}: those of this service, without what they say; one with all of it; and its replay. */
@Singleton
final class DeadLetterOperations {

    private static final String LETTERS = "/operations/dead-letters";
    private static final String LETTER = LETTERS + "/:topic/:partition/:offset";

    private final Operations operations;
    private final DeadLetterBox box;

    DeadLetterOperations(Operations operations, DeadLetterBox box) {
        this.operations = operations;
        this.box = box;
    }

    void routes(@Observes ManagementInterface management) {
        operations.look(management, LETTERS, this::list);
        operations.look(management, LETTER, this::show);
        operations.act(management, LETTER + "/replay", this::replay);
    }

    /** @param nextCursor for {@code ?cursor=}; null on the last page. A page may be short, even empty, and not be the last one */
    record Page(List<DeadLetter> items, String nextCursor) {}

    private Page list(OperatorsCall call) {
        call.knowsOnly("topic", "cursor", "limit");
        Set<String> topics = call.query("topic").map(this::known).map(Set::of).orElseGet(box::topics);
        Optional<Place> from = call.query("cursor").map(DeadLetterOperations::place);
        DeadLetterBox.Page page = box.list(topics, from, call.limit());
        return new Page(page.letters(), page.next() == null ? null : cursor(page.next()));
    }

    private DeadLetterBox.Whole show(OperatorsCall call) {
        Place place = letter(call);
        return box.find(place).orElseThrow(() -> unknown(place));
    }

    private Map<String, Object> replay(OperatorsCall call) {
        Place place = letter(call);
        DeadLetterBox.Replay replay = box.replay(place);
        return switch (replay.outcome()) {
            case HANDLED -> Map.of("outcome", "handled");
            case STILL_FAILS -> throw OperationRefused.impossible("still-fails", replay.why());
            case PAYLOAD_GONE ->
                throw OperationRefused.impossible(
                        "payload-gone",
                        "The letter has no payload, and the record it was made of is not in its topic any more");
            case UNKNOWN -> throw unknown(place);
        };
    }

    private Place letter(OperatorsCall call) {
        long partition = call.number("partition");
        if (partition > Integer.MAX_VALUE) {
            throw OperationRefused.invalid("partition is too large a number");
        }
        return new Place(known(call.path("topic")), (int) partition, call.number("offset"));
    }

    private String known(String topic) {
        if (!box.topics().contains(topic)) {
            throw OperationRefused.notFound(
                    "This service has no letters in a topic of that name; it has some in " + box.topics());
        }
        return topic;
    }

    private static OperationRefused unknown(Place place) {
        return OperationRefused.notFound("There is no dead letter of this service at " + place);
    }

    private static String cursor(Place place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(place.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Place place(String cursor) {
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return Place.parse(decoded).orElseThrow(IllegalArgumentException::new);
        } catch (IllegalArgumentException e) {
            throw OperationRefused.invalid("cursor is none of this list");
        }
    }
}
