package io.sevenfold.notifier.reminder;

import io.sevenfold.notifier.announcement.Announcement;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.ProblemException;
import io.sevenfold.rest.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Sends a mail again because somebody wants that: one that was refused, or one of which nobody knows whether it arrived. */
@Path("/v1/reminders/{id}/resend")
@Tag(name = "Reminders")
@RolesAllowed({Roles.MANAGER, Roles.ADMIN})
public class ResendResource {

    private final DataSource app;
    private final Caller caller;
    private final Clock clock;

    ResendResource(DataSource app, Caller caller, Clock clock) {
        this.app = app;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Transactional
    @ResponseStatus(202)
    @Operation(
            operationId = "resendReminder",
            summary = "Send a reminder again that failed, or of which nobody knows whether it arrived",
            description =
                    "With the same Message-ID, and without what need not be told any more (N4): where nothing is left,"
                            + " it is not sent. An 'unknown' one may arrive twice (N7). Once more within a minute it is the same request.")
    @APIResponse(responseCode = "202", description = "It is sent soon; also where its rep's address bounces")
    @APIResponse(responseCode = "409", description = "It is neither failed nor unknown")
    public ReminderView resend(@PathParam("id") UUID id) {
        try (Connection connection = app.getConnection()) {
            Resend.of(connection, caller.workspace(), id, clock.instant(), caller.name());
        } catch (SQLException e) {
            throw new IllegalStateException("A reminder cannot be sent again", e);
        }
        Reminder reminder =
                Reminder.at(caller.workspace(), id).orElseThrow(() -> ProblemException.notFound("reminder", id));
        return reminder.view(Announcement.of(caller.workspace(), List.of(id)).getOrDefault(id, List.of()));
    }
}
