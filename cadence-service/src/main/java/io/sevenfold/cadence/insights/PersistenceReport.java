package io.sevenfold.cadence.insights;

import io.sevenfold.events.EndReason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where we give up, of the enrollments that started in a period. */
@Schema(name = "Persistence")
record PersistenceReport(
        LocalDate from,
        LocalDate to,

        @Schema(description = "Of this rep's enrollments only; none: everybody's")
        UUID repId,

        @Schema(description = "Of this cadence's enrollments only; none: all")
        UUID cadenceId,

        @Schema(description = "Of cadences of this purpose only; none: any")
        String purpose,

        @Schema(description = "What the groups are: workspace, rep, cadence, purpose or month")
        String by,

        @Schema(description = "In the order of their keys; none without an enrollment")
        List<Group> groups) {

    /** One part of the report. */
    @Schema(name = "PersistenceGroup")
    record Group(
            @Schema(
                    description =
                            "The rep's or cadence's id, the purpose or the month (2026-11); none: the whole workspace, or nobody's")
            String key,

            long started,

            @Schema(description = "Touches 0 (none yet) to 7 (or more, where a cadence repeats)")
            List<Touch> touches,

            Late late,
            Replies replies) {}

    /** How many enrollments came as far as a touch, and what became of those that came no further. */
    @Schema(name = "PersistenceTouch")
    record Touch(
            int touch,

            @Schema(description = "Enrollments with at least so many touches done; what was skipped is no touch")
            long reached,

            @Schema(description = "Came no further and are active")
            long active,

            @Schema(description = "Came no further and ended, by reason; corrected ones aside")
            Map<EndReason, Long> ended,

            @Schema(
                    description =
                            "Whose first word came after this touch and before the next; also where it ended before")
            long replied) {}

    /** How many touches were done how many working days after they were due, holidays counted. */
    @Schema(name = "PersistenceLate")
    record Late(
            @Schema(description = "On the date, or before") long onTime,
            @Schema(description = "One or two days late") long twoDays,
            @Schema(description = "Three to five days late") long fiveDays,
            @Schema(description = "Six to ten days late") long tenDays,
            @Schema(description = "More than ten days late") long longer) {}

    /** How long answers were owed, from their first unanswered word until it was answered or needed no answer. */
    @Schema(name = "PersistenceReplies")
    record Replies(
            long open,
            long closed,

            @Schema(description = "Elapsed hours, also at night; of half of those closed at most")
            Double medianHours,

            @Schema(description = "Of nine in ten at most") Double p90Hours) {}
}
