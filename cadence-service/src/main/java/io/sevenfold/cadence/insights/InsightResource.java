package io.sevenfold.cadence.insights;

import static io.sevenfold.delivery.sql.Sql.query;

import io.sevenfold.events.Purpose;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.ProblemException;
import io.sevenfold.rest.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What our own events teach; figures that others state about following up are not among it. */
@Path("/v1/insights")
@Tag(name = "Insights")
@RolesAllowed({Roles.REP, Roles.MANAGER, Roles.ADMIN})
public class InsightResource {

    private static final int LONGEST_YEARS = 2;
    private static final int LAST_YEAR = 9999;

    private final DataSource app;
    private final Caller caller;

    InsightResource(DataSource app, Caller caller) {
        this.app = app;
        this.caller = caller;
    }

    @GET
    @Path("/persistence")
    @Transactional
    @Operation(
            summary = "Where we give up",
            description =
                    "Of the enrollments that started from the first date to the last, each in its owner's zone: how many"
                            + " reached touch 1 to 7, ended there and why, after which touch they first replied, how late touches were"
                            + " done and how long answers were owed. At most two years at once. Reps see their own.")
    public PersistenceReport persistence(
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @QueryParam("repId") UUID repId,
            @QueryParam("cadenceId") UUID cadenceId,
            @QueryParam("purpose") String purpose,
            @QueryParam("by") @DefaultValue("workspace") String by)
            throws SQLException {
        checkPeriod(from, to);
        UUID rep = visible(repId);
        try (Connection connection = app.getConnection()) {
            checkKnown(connection, "rep", repId);
            checkKnown(connection, "cadence", cadenceId);
            PersistenceQuery query =
                    new PersistenceQuery(caller.workspace(), from, to, rep, cadenceId, purpose(purpose), By.of(by));
            return new PersistenceReport(from, to, rep, cadenceId, purpose, by, query.groups(connection));
        }
    }

    private static void checkPeriod(LocalDate from, LocalDate to) {
        if (from == null || to == null) {
            throw ProblemException.invalid(from == null ? "from" : "to", "is needed: a date such as 2026-11-24");
        }
        if (from.isBefore(LocalDate.EPOCH) || from.getYear() > LAST_YEAR) {
            throw ProblemException.invalid("from", "must be in the years 1970 to " + LAST_YEAR);
        }
        if (to.isBefore(from)) {
            throw ProblemException.invalid("to", "must not be before from");
        }
        if (!from.plusYears(LONGEST_YEARS).isAfter(to)) {
            throw ProblemException.invalid("to", "must be within two years of from");
        }
    }

    /** Of whom the caller sees the enrollments; null: everybody. */
    private UUID visible(UUID wanted) {
        if (caller.actsOnAll()) {
            return wanted;
        }
        UUID own = caller.repId().orElseThrow(() -> ProblemException.forbidden("The token names no rep."));
        if (wanted != null && !wanted.equals(own)) {
            throw ProblemException.forbidden("Only managers see the enrollments of others.");
        }
        return own;
    }

    private static Purpose purpose(String name) {
        return name == null
                ? null
                : Arrays.stream(Purpose.values())
                        .filter(it -> it.toString().equals(name))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.invalid(
                                "purpose", "'" + name + "' is not one of " + Arrays.toString(Purpose.values())));
    }

    /** @param what the name of the table, and what clients call it */
    private void checkKnown(Connection connection, String what, UUID id) throws SQLException {
        if (id != null) {
            String exists = "select 1 from " + what + " where workspace_id = ? and id = ? limit 1";
            if (query(connection, exists, row -> what, caller.workspace(), id).isEmpty()) {
                throw ProblemException.notFound(what, id);
            }
        }
    }
}
