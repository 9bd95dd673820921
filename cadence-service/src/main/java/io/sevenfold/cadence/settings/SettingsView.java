package io.sevenfold.cadence.settings;

import static io.sevenfold.cadence.settings.SettingsFields.cadence;

import io.sevenfold.cadence.cadence.Occasion;
import io.sevenfold.cadence.cadence.Settings;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A workspace's settings as clients see them. */
@Schema(name = "Settings")
record SettingsView(
        int version,

        @Schema(description = "When they were set; none of those a workspace starts with")
        Instant since,

        String changedBy,
        List<DayOfWeek> week,
        int restAfterNo,
        String onNew,
        String afterWon,
        String afterLost,
        String afterCompleted) {

    static SettingsView of(Settings it) {
        return new SettingsView(
                it.version(),
                it.changedBy() == null ? null : it.since(),
                it.changedBy(),
                it.week().days().stream().sorted().toList(),
                it.week().restAfterNo(),
                cadence(it, Occasion.ON_NEW),
                cadence(it, Occasion.AFTER_WON),
                cadence(it, Occasion.AFTER_LOST),
                cadence(it, Occasion.AFTER_COMPLETED));
    }
}
