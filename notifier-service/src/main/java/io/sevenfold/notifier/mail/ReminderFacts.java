package io.sevenfold.notifier.mail;

import io.sevenfold.events.Channel;
import io.sevenfold.events.DayLoad;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Stage;
import io.sevenfold.events.TeamWeekBegun;
import io.sevenfold.events.TouchpointDue;
import io.sevenfold.notifier.reminder.Occasion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All a reminder's mail is made of, as it is known.
 *
 * @param rep whom it is to: of an escalation the manager
 * @param items the touchpoints it tells of, in the order of the queue: replies owed first (principle 8)
 * @param day null but for a digest
 * @param team null but for the manager's week
 * @param about the rep whose address refuses our mail, by name; null but where a manager is told that
 */
public record ReminderFacts(
        Occasion occasion, String workspace, Recipient rep, List<Item> items, Day day, TeamWeek team, String about) {

    /**
     * The rep who is reminded.
     *
     * @param locale BCP 47 language tag
     * @param timeZone IANA name
     */
    public record Recipient(UUID id, String name, String email, String locale, String timeZone) {}

    /**
     * A touchpoint of a mail.
     *
     * @param occasion what it is told for
     * @param stage how connected they are (S1); null where not yet known
     * @param last what happened last between the contact and us; null: nothing yet
     * @param lastTheirs what came last from the contact themselves; null: nothing yet
     * @param announced false: another mail announced it, and this one lists it once more (N1)
     */
    public record Item(
            Occasion occasion,
            TouchpointDue due,
            Person contact,
            Stage stage,
            Happened last,
            Happened lastTheirs,
            Owed owed,
            boolean announced) {}

    /**
     * A reply owed, as it stands.
     *
     * @param repName who is to answer, where known
     * @param since when the clock began that has ended; null but for an escalation
     * @param answerBy when its clock ends; null where nothing is owed
     */
    public record Owed(String repName, Instant since, Instant answerBy) {}

    /**
     * The contact, of whom only the name is always known.
     *
     * @param timeZone IANA name
     */
    public record Person(
            UUID id,
            String name,
            String email,
            String phone,
            String company,
            String title,
            String timeZone,
            boolean doNotContact) {}

    /**
     * An interaction.
     *
     * @param repName whose it was, where known
     */
    public record Happened(
            UUID id,
            UUID repId,
            String repName,
            Direction direction,
            Channel channel,
            Outcome outcome,
            Instant occurredAt,
            String gave,
            String note) {}

    /**
     * What a digest tells besides touchpoints.
     *
     * @param date the rep's local date
     * @param overdueMore how many more are overdue than it shows
     * @param moved what found no place today (P5)
     * @param load the coming days
     * @param movedOfTeam what the reps they manage have moved for five days or more, and are asked to decide about (P5)
     */
    public record Day(
            LocalDate date,
            int overdueMore,
            List<MovedTouch> moved,
            List<DayLoad> load,
            List<MovedTouch> movedOfTeam) {}

    /**
     * A touchpoint that was moved.
     *
     * @param repName whose it is
     * @param days for how many days in a row
     */
    public record MovedTouch(
            UUID touchpointId, String name, String company, String repName, LocalDate from, LocalDate to, int days) {}

    /** How a manager's team stands, with the names of whom it speaks, where known. */
    public record TeamWeek(TeamWeekBegun told, Map<UUID, String> repNames, Map<UUID, String> contactNames) {}
}
