package io.sevenfold.notifier.reminder;

import io.sevenfold.rest.PageRequest;
import io.sevenfold.rest.PlaceInTime;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.Map;
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

    String query(PageRequest page) {
        return "from Reminder where workspace = :workspace"
                + (rep == null ? "" : " and repId = :rep")
                + (contact == null
                        ? ""
                        : " and id in (select a.reminderId from Announcement a"
                                + " where a.workspace = :workspace and a.contactId = :contact)")
                + (occasion == null ? "" : " and occasion = :occasion")
                + (state == null ? "" : " and state = :state")
                + (bouncing == null ? "" : " and bouncing = :bouncing")
                + (page.after().isEmpty() ? "" : " and (createdAt, id) < (:createdAt, :id)")
                + " order by createdAt desc, id desc";
    }

    Map<String, Object> parameters(String workspace, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>(Map.of("workspace", workspace));
        if (rep != null) {
            parameters.put("rep", rep);
        }
        if (contact != null) {
            parameters.put("contact", contact);
        }
        if (occasion != null) {
            parameters.put("occasion", occasion);
        }
        if (state != null) {
            parameters.put("state", state);
        }
        if (bouncing != null) {
            parameters.put("bouncing", bouncing);
        }
        page.after().map(PlaceInTime::parse).ifPresent(place -> {
            parameters.put("createdAt", place.at());
            parameters.put("id", place.id());
        });
        return parameters;
    }
}
