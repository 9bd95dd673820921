package io.sevenfold.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The week of a manager began: how their team stands. Told once for each week in which they have a working day and a team.
 *
 * @param date the manager's first working day of the week, a local date in their zone
 * @param digestAt when the week's digest is to come: the manager's digest time on that date
 * @param from the first date of the starts that {@code persistence} counts, and {@code to} the last
 * @param persistence of each rep of the team, in the order of their ids
 * @param unseen how many of the team's contacts have no next touch
 * @param longestUnseen the first so many of them: those without an owner are nobody's team's, and not among them
 * @param repliesOverdue replies that the team owes past their time, the longest owed first
 */
public record TeamWeekBegun(
        UUID managerId,
        LocalDate date,
        Instant digestAt,
        LocalDate from,
        LocalDate to,
        List<RepPersistence> persistence,
        int unseen,
        List<UnseenContact> longestUnseen,
        List<OverdueReply> repliesOverdue) {}
