package io.sevenfold.notifier.reminder;

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
        return Page.of(Reminder.page(caller.workspace(), filter, page), page, ReminderFilter::placeOf, Reminder::view);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getReminder", summary = "One reminder")
    public ReminderView get(@PathParam("id") UUID id) {
        return Reminder.at(caller.workspace(), id)
                .map(Reminder::view)
                .orElseThrow(() -> ProblemException.notFound("reminder", id));
    }
}
