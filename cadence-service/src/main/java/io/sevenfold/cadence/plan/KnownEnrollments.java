package io.sevenfold.cadence.plan;

import io.sevenfold.cadence.cadence.Cadences;
import io.sevenfold.cadence.planning.Cadence;
import io.sevenfold.cadence.planning.Enrollment;
import io.sevenfold.cadence.planning.Enrollment.Origin;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.CadenceRef;
import io.sevenfold.events.EndReason;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the enrollments of a batch of contacts: what was started, and what became of each when it was last derived. */
final class KnownEnrollments {

    record Known(Enrollment enrollment, StoredEnrollment stored) {}

    private record Version(String workspace, UUID cadence, int version) {}

    /** Finds the enrollments first: where that was left to PostgreSQL, it took nearly thirty times as long (LeaveBenchmark). */
    static final String SELECT = """
            with enrolled as materialized (
              select * from enrollment
                join unnest(?::text[], ?::uuid[]) as wanted(workspace_id, contact_id) using (workspace_id, contact_id))
            select e.workspace_id, e.contact_id, coalesce(e.track, e.contact_id) as track, e.merged_at, e.goes_on, e.id,
                   e.started_at, e.started_by, e.follow_on, e.end_reason, e.ended_at, e.words, e.cadence_id, e.cadence_version,
                   e.applied_version, coalesce(a.name, c.name) as applied_name, c.name as cadence_name, c.purpose, c.steps
              from enrolled e
              left join cadence a on a.workspace_id = e.workspace_id and a.id = e.cadence_id and a.version = e.applied_version
              join cadence c on c.workspace_id = e.workspace_id and c.id = e.cadence_id and c.version = e.cadence_version
             order by e.started_at, e.id""";

    private final Map<Version, Cadence> cadences = new HashMap<>();

    Known read(Row row) throws SQLException {
        boolean followOn = row.flag("follow_on");
        Instant mergedAt = row.instant("merged_at");
        Cadence cadence = cadence(row);
        Integer applied = row.integer("applied_version");
        Enrollment enrollment = new Enrollment(
                row.uuid("id"),
                row.uuid("track"),
                cadence,
                row.instant("started_at"),
                followOn ? Origin.FOLLOW_ON : row.text("started_by") == null ? Origin.FIRST_OWNER : Origin.DECIDED,
                mergedAt == null ? null : new Enrollment.Merged(mergedAt, row.flag("goes_on")));
        return new Known(
                enrollment,
                new StoredEnrollment(
                        enrollment.id(),
                        new CadenceRef(
                                cadence.id(),
                                applied == null ? cadence.version() : applied,
                                row.text("applied_name"),
                                cadence.purpose()),
                        enrollment.startedAt(),
                        followOn,
                        row.constant("end_reason", EndReason.class),
                        row.instant("ended_at"),
                        row.text("words")));
    }

    /** Most contacts are in the same few: each is read once. */
    private Cadence cadence(Row row) throws SQLException {
        Version version = new Version(row.text("workspace_id"), row.uuid("cadence_id"), row.integer("cadence_version"));
        Cadence known = cadences.get(version);
        if (known == null) {
            known = Cadences.read(row);
            cadences.put(version, known);
        }
        return known;
    }

    /** What somebody, or a first owner, started; what followed by itself is derived from it. */
    static List<Enrollment> started(List<Known> enrolled) {
        return enrolled.stream()
                .map(Known::enrollment)
                .filter(enrollment -> !enrollment.followOn())
                .toList();
    }
}
