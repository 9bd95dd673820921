package io.sevenfold.notifier.announcement;

import io.sevenfold.notifier.listing.NewestFirst;
import io.sevenfold.rest.PlaceInTime;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which announcements a list shows: those that fit all that is given. As a parameter it is named {@code page}. */
public class AnnouncementFilter {

    @QueryParam("rep")
    @Parameter(description = "Only what is told to this rep")
    public UUID rep;

    @QueryParam("contact")
    @Parameter(description = "Only what is told of this contact")
    public UUID contact;

    @QueryParam("state")
    @Parameter(description = "Only what is waiting, told or left-out")
    public AnnouncementState state;

    /** Where a page ends in the list's order. */
    static String placeOf(Announcement announcement) {
        return new PlaceInTime(announcement.createdAt, announcement.id).toString();
    }

    NewestFirst of(String workspace) {
        return new NewestFirst("Announcement", workspace)
                .only("repId = :rep", "rep", rep)
                .only("contactId = :contact", "contact", contact)
                .only(state == null ? null : state.condition);
    }
}
