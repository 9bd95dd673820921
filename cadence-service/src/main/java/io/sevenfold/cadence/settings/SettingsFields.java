package io.sevenfold.cadence.settings;

import io.sevenfold.cadence.cadence.Occasion;
import io.sevenfold.cadence.cadence.Settings;
import io.sevenfold.cadence.planning.Workweek;
import io.sevenfold.rest.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What clients write of the settings, whole. Which cadence starts is its id or {@code none}: nothing is left to guess. */
@Schema(name = "SettingsFields")
record SettingsFields(
        @NotNull @Schema(description = "The weekdays that gaps count (T3)")
        List<@NotNull DayOfWeek> week,

        @NotNull
        @Min(0)
        @Max(60)
        @Schema(description = "Working days of rest after a no without a date to come back (P10)")
        Integer restAfterNo,

        @NotNull
        @Pattern(regexp = CADENCE, message = COMPLAINT)
        @Schema(description = "What a new contact starts in: the id of a connect cadence, or none")
        String onNew,

        @NotNull
        @Pattern(regexp = CADENCE, message = COMPLAINT)
        @Schema(description = "What follows a win: the id of a care cadence, or none")
        String afterWon,

        @NotNull
        @Pattern(regexp = CADENCE, message = COMPLAINT)
        @Schema(description = "What follows a loss: the id of a keep-in-touch cadence, or none")
        String afterLost,

        @NotNull
        @Pattern(regexp = CADENCE, message = COMPLAINT)
        @Schema(
                description =
                        "What follows a connect cadence that was completed: the id of a keep-in-touch cadence, or none")
        String afterCompleted) {

    private static final String NONE = "none";
    private static final String CADENCE = NONE + "|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final String COMPLAINT = "must be the id of a cadence, or 'none'";

    /** Nothing said yet. */
    static final SettingsFields UNSAID = new SettingsFields(null, null, null, null, null, null);

    /** @throws ProblemException 422 where no weekday counts (T3) */
    Settings settings(int version, Instant since, String changedBy) {
        if (week.isEmpty()) {
            throw ProblemException.rule("T3", "week", "A week without a day would let no gap end.");
        }
        Map<Occasion, UUID> starts = new EnumMap<>(Occasion.class);
        start(starts, Occasion.ON_NEW, onNew);
        start(starts, Occasion.AFTER_WON, afterWon);
        start(starts, Occasion.AFTER_LOST, afterLost);
        start(starts, Occasion.AFTER_COMPLETED, afterCompleted);
        return new Settings(version, since, changedBy, new Workweek(Set.copyOf(week), restAfterNo), starts);
    }

    private static void start(Map<Occasion, UUID> starts, Occasion occasion, String cadence) {
        if (!cadence.equals(NONE)) {
            starts.put(occasion, UUID.fromString(cadence));
        }
    }

    static String cadence(Settings settings, Occasion occasion) {
        UUID cadence = settings.starts().get(occasion);
        return cadence == null ? NONE : cadence.toString();
    }
}
