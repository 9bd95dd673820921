package io.sevenfold.contacts.contact;

import io.quarkus.panache.common.Parameters;
import io.sevenfold.contacts.validation.Line;
import io.sevenfold.contacts.validation.Text;
import io.sevenfold.rest.PageRequest;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which contacts a list shows: those that fit all that is given. As a parameter it is named {@code page}. */
public class ContactFilter {

    @QueryParam("owner")
    @Parameter(description = "Only contacts of this rep")
    public UUID owner;

    @QueryParam("externalId")
    @Line(max = 200)
    @Parameter(description = "Only the contact that another application knows by this id")
    public String externalId;

    @QueryParam("tag")
    @Line(max = 50)
    @Parameter(description = "Only contacts with this tag")
    public String tag;

    @QueryParam("text")
    @Line(max = 200)
    @Parameter(description = "Only contacts whose name, e-mail or company contains this, whatever its case")
    public String text;

    String query() {
        return "select c from Contact c"
                + (tag == null ? "" : " join c.tags t on t = :tag")
                + " where c.workspace = :workspace and c.id > :after"
                + (owner == null ? "" : " and c.ownerId = :owner")
                + (externalId == null ? "" : " and c.externalId = :externalId")
                + (text == null
                        ? ""
                        : " and (lower(c.name) like :text escape '!' or c.emailKey like :text escape '!'"
                                + " or lower(c.company) like :text escape '!')")
                + " order by c.id";
    }

    Parameters parameters(String workspace, PageRequest page) {
        Parameters parameters = Parameters.with("workspace", workspace)
                .and("after", page.afterId().orElse(new UUID(0, 0)));
        if (tag != null) {
            parameters.and("tag", Text.trimmed(tag));
        }
        if (externalId != null) {
            parameters.and("externalId", Text.trimmed(externalId));
        }
        if (owner != null) {
            parameters.and("owner", owner);
        }
        if (text != null) {
            parameters.and("text", "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
        }
        return parameters;
    }
}
