package io.sevenfold.notifier.reminder;

import io.sevenfold.notifier.listing.NewestFirst;
import io.sevenfold.rest.PlaceInTime;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which reminders a list shows: those that fit all that is given. As a parameter it is named {@code page}. */
public class ReminderFilter {

    @QueryParam("rep")
    @Parameter(description = "Only reminders to this rep")
    public UUID rep;

    @QueryParam("contact")
    @Parameter(description = "Only reminders about this contact")
    public UUID contact;

    @QueryParam("occasion")
    @Parameter(
            description = "Only those sent for it: digest, follow-up, team, bouncing, due, reply, warning, escalation")
    public Occasion occasion;

    @QueryParam("state")
    @Parameter(
            description = "Only reminders in this state: pending, sending, retrying, sent, failed, unknown, cancelled")
    public ReminderState state;

    @QueryParam("bouncing")
    @Parameter(description = "Only reminders to reps whose address refuses our mail by now, or (false) does not")
    public Boolean bouncing;

    /** Where a page ends in the list's order. */
    static String placeOf(Reminder reminder) {
        return new PlaceInTime(reminder.createdAt, reminder.id).toString();
    }

    NewestFirst of(String workspace) {
        return new NewestFirst("Reminder", workspace)
                .only("repId = :rep", "rep", rep)
                .only(
                        "id in (select a.reminderId from Announcement a"
                                + " where a.workspace = :workspace and a.contactId = :contact)",
                        "contact",
                        contact)
                .only("occasion = :occasion", "occasion", occasion)
                .only("state = :state", "state", state)
                .only("bouncing = :bouncing", "bouncing", bouncing);
    }
}
