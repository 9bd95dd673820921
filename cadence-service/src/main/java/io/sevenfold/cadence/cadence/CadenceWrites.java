package io.sevenfold.cadence.cadence;

import com.github.f4b6a3.uuid.UuidCreator;
import io.sevenfold.cadence.planning.Cadence;
import io.sevenfold.rest.Caller;
import io.sevenfold.rest.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What managers do to the cadences of their workspace, one after the other. */
final class CadenceWrites {

    /** A cadence as a request left it, and whether it was not there before. */
    record Written(StoredCadence cadence, boolean created) {}

    private final Connection connection;
    private final String workspace;
    private final String by;
    private final Instant now;

    private CadenceWrites(Connection connection, String workspace, String by, Instant now) {
        this.connection = connection;
        this.workspace = workspace;
        this.by = by;
        this.now = now;
    }

    /** Waits for whoever changes something now; holds until the transaction ends. */
    static CadenceWrites hold(Connection connection, Caller caller, Instant now) throws SQLException {
        WorkspaceLock.hold(connection, caller.workspace());
        Defaults.copy(connection, List.of(caller.workspace()));
        return new CadenceWrites(connection, caller.workspace(), caller.name(), now);
    }

    /** The same request under the same id again finds what it created. */
    Written create(CadenceFields fields) throws SQLException {
        CadenceRules.check(fields);
        UUID id = fields.id() == null ? UuidCreator.getTimeOrderedEpoch() : fields.id();
        List<StoredCadence> there = Cadences.versions(connection, workspace, id);
        if (there.isEmpty()) {
            keep(fields.cadence(id, 1), fields, now);
            return new Written(find(id), true);
        }
        if (!fields.describe(there.get(there.size() - 1))) {
            throw ProblemException.conflict("id-taken", "Another cadence was created under this id.")
                    .with("cadenceId", id);
        }
        return new Written(there.get(0), false);
    }

    /**
     * Makes a new version (P7), unless the newest says the same already.
     *
     * @param apply whether the active enrollments are to be taken to it
     */
    StoredCadence change(UUID id, CadenceChange change, boolean apply) throws SQLException {
        StoredCadence newest = change.newest(connection, workspace, id);
        Cadence changed = change.outcome(newest);
        if (changed.version() > newest.cadence().version()) {
            keep(changed, change.fields(), now.isBefore(newest.createdAt()) ? newest.createdAt() : now);
        }
        if (apply) {
            Cadences.requestApplying(connection, workspace, changed, now, by);
        }
        return find(id);
    }

    /** Nobody is started in it any more; who is in it goes on. One retired already stays so. */
    StoredCadence retire(UUID id) throws SQLException {
        StoredCadence cadence = find(id);
        if (cadence.isRetired()) {
            return cadence;
        }
        List<String> starting = SettingsTable.present(connection, workspace).starts().entrySet().stream()
                .filter(start -> start.getValue().equals(id))
                .map(start -> start.getKey().setting())
                .sorted()
                .toList();
        if (!starting.isEmpty()) {
            throw ProblemException.conflict(
                            "cadence-in-use",
                            "The settings start it: " + String.join(", ", starting) + ". Name another there first.")
                    .with("settings", starting);
        }
        Cadences.retire(connection, workspace, id, now, by);
        return find(id);
    }

    private void keep(Cadence version, CadenceFields fields, Instant since) throws SQLException {
        Cadences.keep(
                connection,
                workspace,
                new StoredCadence(
                        version,
                        fields.reenrollmentOrDefault(),
                        fields.quietDaysOrNone(),
                        since,
                        by,
                        null,
                        null,
                        null));
    }

    private StoredCadence find(UUID id) throws SQLException {
        return Cadences.newest(connection, workspace, id).orElseThrow(() -> ProblemException.notFound("cadence", id));
    }
}
