package io.sevenfold.cadence.queue;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sevenfold.cadence.touchpoint.TouchpointView;
import io.sevenfold.events.Moved;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A touchpoint that found no place today, in the open (P5), with whom it is about. */
@Schema(name = "MovedItem")
public record MovedItem(
        @JsonUnwrapped TouchpointView touchpoint,
        String contactName,
        String contactCompany,

        @Schema(description = "The date it was planned for") LocalDate movedFrom,

        @Schema(description = "The date it is shown on now") LocalDate movedTo,

        @Schema(description = "For how many days it found no place")
        int movedDays,

        @Schema(description = "What the rep and the manager are asked to decide once it found no place for five days")
        List<String> ask) {

    private static final int ASK_AFTER = 5;
    private static final List<String> CHOICES = List.of("hand-over", "pause", "end");

    static MovedItem of(QueueItem item, Moved moved) {
        return new MovedItem(
                item.touchpoint(),
                item.contactName(),
                item.contactCompany(),
                moved.from(),
                moved.to(),
                moved.days(),
                moved.days() >= ASK_AFTER ? CHOICES : List.of());
    }
}
