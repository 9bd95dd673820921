package io.sevenfold.notifier.announcement;

import io.sevenfold.rest.PageRequest;
import io.sevenfold.rest.PlaceInTime;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.Map;
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

    String query(PageRequest page) {
        return "from Announcement where workspace = :workspace"
                + (rep == null ? "" : " and repId = :rep")
                + (contact == null ? "" : " and contactId = :contact")
                + (state == null ? "" : " and " + state.condition)
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
        page.after().map(PlaceInTime::parse).ifPresent(place -> {
            parameters.put("createdAt", place.at());
            parameters.put("id", place.id());
        });
        return parameters;
    }
}
