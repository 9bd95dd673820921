package io.sevenfold.events;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/**
 * A person who follows up, whole, as of {@code version}.
 *
 * @param locale BCP 47 language tag
 * @param timeZone IANA name; local dates and times of the rep are in it
 * @param holidayRegion ISO 3166-1 country or 3166-2 subdivision whose public holidays count; null: none
 * @param dailyCapacity touchpoints a day holds (P5)
 * @param digestTime local time of the morning's mail
 * @param replyClockHours working hours within which a reply is owed
 * @param managerId the rep who is told when a reply's clock ends; may be null
 */
public record Rep(
        UUID id,
        long version,
        String name,
        String email,
        String locale,
        String timeZone,
        List<DayOfWeek> workingDays,
        WorkingHours workingHours,
        String holidayRegion,
        int dailyCapacity,
        LocalTime digestTime,
        int replyClockHours,
        List<Absence> absences,
        UUID managerId) {}
