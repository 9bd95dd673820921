package io.sevenfold.contacts.rep;

import io.sevenfold.contacts.validation.HolidayRegion;
import io.sevenfold.contacts.validation.LanguageTag;
import io.sevenfold.contacts.validation.Line;
import io.sevenfold.contacts.validation.Text;
import io.sevenfold.contacts.validation.TimeZoneName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What callers say about a rep: {@code name}, {@code email} and {@code timeZone} are required, the rest has defaults. */
@Schema(name = "RepFields")
public record RepFields(
        @Schema(
                description =
                        "Made by the caller so that a request can be repeated; left out, one is made here. Never changes.")
        UUID id,

        @NotNull(message = "is required") @Line(max = 200) @Schema(required = true)
        String name,

        @NotNull(message = "is required")
        @Email
        @Line(max = 254)
        @Schema(required = true, description = "Where reminders go; unique in the workspace, whatever its case")
        String email,

        @LanguageTag @Schema(description = "BCP 47", defaultValue = "en")
        String locale,

        @NotNull(message = "is required")
        @TimeZoneName
        @Schema(
                required = true,
                description = "IANA name; all local dates and times are in it",
                examples = "Europe/Berlin")
        String timeZone,

        @Schema(description = "Left out: Monday to Friday") List<@NotNull DayOfWeek> workingDays,

        @Valid @Schema(description = "Left out: 09:00 to 17:00")
        Hours workingHours,

        @HolidayRegion
        @Schema(description = "Whose public holidays count: ISO 3166-1 or 3166-2; left out, none", examples = "DE-BY")
        String holidayRegion,

        @Min(1) @Max(1_000) @Schema(description = "How many touchpoints a day holds", defaultValue = "20")
        Integer dailyCapacity,

        @Schema(description = "Local time of the morning's mail", defaultValue = "08:30")
        LocalTime digestTime,

        @Min(1) @Max(1_000) @Schema(description = "Working hours within which a reply is owed", defaultValue = "4")
        Integer replyClockHours,

        @Size(max = 100) List<@NotNull @Valid Absence> absences,

        @Schema(description = "The rep who is told when a reply's clock ends")
        UUID managerId) {

    private static final List<DayOfWeek> MONDAY_TO_FRIDAY =
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    private static final Hours NINE_TO_FIVE = new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0));
    private static final LocalTime HALF_PAST_EIGHT = LocalTime.of(8, 30);

    public RepFields {
        name = Text.trimmed(name);
        email = Text.trimmed(email);
        locale = or(Text.trimmed(locale), "en");
        timeZone = Text.trimmed(timeZone);
        workingDays = sorted(or(workingDays, MONDAY_TO_FRIDAY), Comparator.naturalOrder());
        workingHours = or(workingHours, NINE_TO_FIVE);
        holidayRegion = holidayRegion == null ? null : Text.trimmed(holidayRegion.toUpperCase(Locale.ROOT));
        dailyCapacity = or(dailyCapacity, 20);
        digestTime = or(digestTime, HALF_PAST_EIGHT);
        replyClockHours = or(replyClockHours, 4);
        absences = sorted(
                or(absences, List.of()),
                Comparator.comparing(Absence::from, Comparator.nullsFirst(Comparator.naturalOrder())));
    }

    private static <T> T or(T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    /** Null, which validation refuses, stays. */
    private static <T> List<T> sorted(List<T> values, Comparator<T> order) {
        return values.stream().distinct().sorted(Comparator.nullsFirst(order)).toList();
    }
}
