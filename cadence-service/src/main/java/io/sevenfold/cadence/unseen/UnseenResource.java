package io.sevenfold.cadence.unseen;

import static io.sevenfold.delivery.sql.Sql.query;

import io.sevenfold.events.WhyNone;
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
import jakarta.ws.rs.QueryParam;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The contacts nobody would think of: those without a next touch, each with the reason why not (principle 7). */
@Path("/v1/unseen")
@Tag(name = "Unseen")
@RolesAllowed({Roles.APP, Roles.REP, Roles.MANAGER, Roles.ADMIN})
public class UnseenResource {

    private final DataSource app;
    private final Caller caller;

    UnseenResource(DataSource app, Caller caller) {
        this.app = app;
        this.caller = caller;
    }

    @GET
    @Transactional
    @Operation(
            summary = "The unseen",
            description = "Contacts without a next touch: those who reached out and have nobody to answer them on top,"
                    + " then the longest unseen first. Who must not be contacted is left out unless asked for.")
    public Page<Unseen> unseen(
            @QueryParam("owner") @Parameter(description = "Only contacts of this rep") UUID owner,
            @QueryParam("reason")
                    @Parameter(
                            description = "Only those unseen for this reason: do-not-contact, no-owner, not-enrolled,"
                                    + " ended, owner-absent or nobody-to-answer")
                    String reason,
            @BeanParam @Valid PageRequest page)
            throws SQLException {
        UnseenPlace after = page.after().map(UnseenPlace::parse).orElse(null);
        List<Object> parameters = new ArrayList<>(List.of(caller.workspace()));
        String sql = sql(owner, because(reason), after, parameters);
        parameters.add(page.fetch());
        try (Connection connection = app.getConnection()) {
            List<Unseen> unseen = query(connection, sql, Unseen::of, parameters.toArray());
            return Page.of(unseen, page, it -> UnseenPlace.of(it).toString(), it -> it);
        }
    }

    private static WhyNone because(String reason) {
        return reason == null
                ? null
                : Stream.of(WhyNone.values())
                        .filter(each -> each.toString().equals(reason))
                        .findFirst()
                        .orElseThrow(() ->
                                ProblemException.invalid("reason", "must be one of " + List.of(WhyNone.values())));
    }

    /** Each filter of its own, so that the index that fits is walked in order and no further than the page. */
    static String sql(UUID owner, WhyNone reason, UnseenPlace after, List<Object> parameters) {
        StringBuilder sql = new StringBuilder("""
                select k.contact_id, k.why_none, k.unseen_since, k.stage, c.name, c.company, c.owner_id, p.end_reason
                  from connection k
                  join contact c on c.workspace_id = k.workspace_id and c.id = k.contact_id
                  left join plan p on p.workspace_id = k.workspace_id and p.contact_id = k.contact_id
                 where k.workspace_id = ? and k.unseen_since is not null""");
        if (reason == null) {
            sql.append(" and " + UnseenPlace.AMONG_ALL);
        } else {
            sql.append(" and k.why_none = ?");
            parameters.add(reason);
        }
        if (owner != null) {
            sql.append(" and c.owner_id = ?");
            parameters.add(owner);
        }
        if (after != null && reason == null) {
            sql.append(" and (" + UnseenPlace.ORDER + ") > (?, ?, ?)");
            parameters.addAll(List.of(!after.onTop(), after.since(), after.contactId()));
        } else if (after != null) {
            sql.append(" and (k.unseen_since, k.contact_id) > (?, ?)");
            parameters.addAll(List.of(after.since(), after.contactId()));
        }
        String order = reason == null ? UnseenPlace.ORDER : "k.unseen_since, k.contact_id";
        return sql.append(" order by " + order + " limit ?").toString();
    }
}
