package io.sevenfold.cadence.insights;

import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.EndReason;
import java.sql.SQLException;
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

    /** How many touches were done how many working days after they last became due, holidays counted. */
    @Schema(name = "PersistenceLate")
    record Late(
            @Schema(description = "On the date, or before") long onTime,
            @Schema(description = "One or two days late") long twoDays,
            @Schema(description = "Three to five days late") long fiveDays,
            @Schema(description = "Six to ten days late") long tenDays,
            @Schema(description = "More than ten days late") long longer) {

        static Late of(Row row, long touches) throws SQLException {
            long two = row.number("late_2");
            long five = row.number("late_5");
            long ten = row.number("late_10");
            long longer = row.number("later");
            return new Late(touches - two - five - ten - longer, two, five, ten, longer);
        }

        Late plus(Late it) {
            return new Late(
                    onTime + it.onTime,
                    twoDays + it.twoDays,
                    fiveDays + it.fiveDays,
                    tenDays + it.tenDays,
                    longer + it.longer);
        }
    }

    /** How many answers were owed how long, in elapsed time, from their first unanswered word until answered or needing no answer. */
    @Schema(name = "PersistenceReplies")
    record Replies(
            @Schema(description = "Owed still") long open,
            @Schema(description = "An hour at most") long hour,

            @Schema(description = "More than one hour, four at most")
            long fourHours,

            @Schema(description = "More than four hours, 24 at most")
            long day,

            @Schema(description = "More than 24 hours, 72 at most")
            long threeDays,

            @Schema(description = "More than 72 hours") long longer) {

        static Replies of(Row row) throws SQLException {
            return new Replies(
                    row.number("owed_open"),
                    row.number("owed_1"),
                    row.number("owed_4"),
                    row.number("owed_24"),
                    row.number("owed_72"),
                    row.number("owed_longer"));
        }

        Replies plus(Replies it) {
            return new Replies(
                    open + it.open,
                    hour + it.hour,
                    fourHours + it.fourHours,
                    day + it.day,
                    threeDays + it.threeDays,
                    longer + it.longer);
        }
    }
}
