package io.sevenfold.cadence.cadence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sevenfold.cadence.planning.Cadence;
import io.sevenfold.rest.MergePatch;
import io.sevenfold.rest.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A change of a cadence, as it was sent: the whole of it anew.
 *
 * @param madeFrom the version that the caller read; null: not said, for a change that is only tried
 */
public record CadenceChange(CadenceFields fields, Long madeFrom) {

    /** @throws ProblemException 400 where it cannot be read, 428 where it does not say which version it was made from */
    static CadenceChange read(ObjectNode body, String ifMatch, MergePatch json) {
        long madeFrom = MergePatch.expectedVersion(body, ifMatch);
        return new CadenceChange(json.apply(CadenceFields.NONE, body, CadenceFields.class), madeFrom);
    }

    /** One that is only tried need not say the version. */
    public static CadenceChange readToTry(ObjectNode body, String ifMatch, MergePatch json) {
        if (body.has("version") || ifMatch != null) {
            return read(body, ifMatch, json);
        }
        return new CadenceChange(json.apply(CadenceFields.NONE, body, CadenceFields.class), null);
    }

    /**
     * The newest version, which this changes.
     *
     * @throws ProblemException 404 where there is none; 409 where it is retired, or not the one this was made from; 422 where a rule
     *     forbids what this makes of it
     */
    public StoredCadence newest(Connection connection, String workspace, UUID id) throws SQLException {
        StoredCadence newest =
                Cadences.newest(connection, workspace, id).orElseThrow(() -> ProblemException.notFound("cadence", id));
        if (fields.id() != null && !fields.id().equals(id)) {
            throw ProblemException.invalid("id", "never changes");
        }
        if (newest.isRetired()) {
            throw ProblemException.conflict("cadence-retired", "It was retired at " + newest.retiredAt() + ".");
        }
        if (fields.purpose() != newest.cadence().purpose()) {
            throw ProblemException.refused(
                    "purpose-fixed",
                    "purpose",
                    "A cadence is for '" + newest.cadence().purpose() + "' for good; make another one instead.");
        }
        CadenceRules.check(fields);
        int current = newest.cadence().version();
        if (madeFrom != null && madeFrom != current && !fields.describe(newest)) {
            throw MergePatch.stale(madeFrom, current);
        }
        return newest;
    }

    /** The version that comes of it: the newest itself, where that says the same already. */
    public Cadence outcome(StoredCadence newest) {
        Cadence cadence = newest.cadence();
        return fields.describe(newest) ? cadence : fields.cadence(cadence.id(), cadence.version() + 1);
    }
}
