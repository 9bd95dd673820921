package io.sevenfold.notifier.announcement;

import io.sevenfold.rest.Caller;
import io.sevenfold.rest.Page;
import io.sevenfold.rest.PageRequest;
import io.sevenfold.rest.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What became of everything due: waiting for a mail, in one, or left out. */
@Path("/v1/announcements")
@Tag(name = "Announcements")
@RolesAllowed({Roles.APP, Roles.REP, Roles.MANAGER, Roles.ADMIN})
public class AnnouncementResource {

    private final Caller caller;

    AnnouncementResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listAnnouncements",
            summary = "What is told of the workspace's touchpoints, the newest first",
            description =
                    "One for each round and occasion of a touchpoint (N1): waiting, in a mail ('told'), or 'left-out',"
                            + " and then why (N4).")
    public Page<AnnouncementView> list(@BeanParam AnnouncementFilter filter, @Valid @BeanParam PageRequest page) {
        return Page.of(
                Announcement.page(caller.workspace(), filter, page),
                page,
                AnnouncementFilter::placeOf,
                Announcement::view);
    }
}
