package io.sevenfold.notifier.reminder;

import io.sevenfold.notifier.announcement.Announcement;
import io.sevenfold.notifier.announcement.AnnouncementView;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.Page;
import io.sevenfold.rest.PageRequest;
import io.sevenfold.rest.ProblemException;
import io.sevenfold.rest.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What became of each reminder. */
@Path("/v1/reminders")
@Tag(name = "Reminders")
@RolesAllowed({Roles.APP, Roles.REP, Roles.MANAGER, Roles.ADMIN})
public class ReminderResource {

    private final Caller caller;

    ReminderResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listReminders",
            summary = "The workspace's reminders, the newest first",
            description = "Those that are 'unknown' were handed over to the mail server, whose answer was lost (N7).")
    public Page<ReminderView> list(@BeanParam ReminderFilter filter, @Valid @BeanParam PageRequest page) {
        List<Reminder> reminders = Reminder.page(caller.workspace(), filter, page);
        Map<UUID, List<AnnouncementView>> announcements = announcements(reminders);
        return Page.of(
                reminders,
                page,
                ReminderFilter::placeOf,
                reminder -> reminder.view(announcements.getOrDefault(reminder.id, List.of())));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getReminder", summary = "One reminder")
    public ReminderView get(@PathParam("id") UUID id) {
        return Reminder.at(caller.workspace(), id)
                .map(reminder -> reminder.view(announcements(List.of(reminder)).getOrDefault(id, List.of())))
                .orElseThrow(() -> ProblemException.notFound("reminder", id));
    }

    private Map<UUID, List<AnnouncementView>> announcements(List<Reminder> reminders) {
        return Announcement.of(
                caller.workspace(),
                reminders.stream().map(reminder -> reminder.id).toList());
    }
}
