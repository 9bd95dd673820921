package io.sevenfold.contacts.rep;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rep as the API shows them; dates and times are local, in {@code timeZone}.
 *
 * @param version goes up with each change
 */
@Schema(name = "Rep")
public record RepView(
        UUID id,
        long version,
        String name,
        String email,
        String locale,
        String timeZone,
        List<DayOfWeek> workingDays,
        Hours workingHours,
        String holidayRegion,
        int dailyCapacity,
        LocalTime digestTime,
        int replyClockHours,
        List<Absence> absences,
        UUID managerId) {}
