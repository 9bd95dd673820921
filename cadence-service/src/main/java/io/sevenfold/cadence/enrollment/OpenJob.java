package io.sevenfold.cadence.enrollment;

import static io.sevenfold.delivery.sql.Sql.batch;
import static io.sevenfold.delivery.sql.Sql.query;
import static io.sevenfold.delivery.sql.Sql.update;

import io.sevenfold.delivery.sql.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A job that is not through, held by one replica for one transaction.
 *
 * @param order what is to be done with each contact
 * @param trace of the request; null: none
 */
record OpenJob(String workspace, UUID id, Order order, String trace) {

    /**
     * The one that nobody worked at for longest, so that a small one does not wait for a large one. Only jobs' rows are locked so, and
     * nobody waits for one: no circle with the contacts' locks.
     */
    static Optional<OpenJob> claim(Connection connection) throws SQLException {
        return query(connection, """
                        update enrollment_job set worked_at = clock_timestamp()
                         where (workspace_id, id) in (
                           select workspace_id, id from enrollment_job where done_at is null
                            order by worked_at nulls first, asked_at, id limit 1 for update skip locked)
                        returning *""", OpenJob::read).stream().findFirst();
    }

    List<UUID> toDo(Connection connection, int limit) throws SQLException {
        return query(connection, """
                select contact_id from enrollment_job_item
                 where workspace_id = ? and job_id = ? and succeeded is null order by contact_id limit ?""", row -> row.uuid("contact_id"), workspace, id, limit);
    }

    /** Those of them that, now that they are locked, were neither erased nor merged meanwhile. */
    List<UUID> stillToDo(Connection connection, List<UUID> contacts) throws SQLException {
        return query(connection, """
                select contact_id from enrollment_job_item
                 where workspace_id = ? and job_id = ? and succeeded is null and contact_id = any(?)""", row -> row.uuid("contact_id"), workspace, id, contacts);
    }

    /** Notes what became of these contacts, in the transaction that did it. */
    void note(Connection connection, Map<UUID, Verdict> verdicts) throws SQLException {
        Collection<UUID> done = verdicts.entrySet().stream()
                .filter(it -> !it.getValue().isRefused())
                .map(Map.Entry::getKey)
                .toList();
        update(connection, """
                update enrollment_job_item set succeeded = true
                 where workspace_id = ? and job_id = ? and contact_id = any(?::uuid[])""", workspace, id, done);
        batch(
                connection,
                """
                update enrollment_job_item set succeeded = false, type = ?, rule = ?, reason = ?
                 where workspace_id = ? and job_id = ? and contact_id = ? and succeeded is null""",
                verdicts.entrySet().stream()
                        .filter(it -> it.getValue().isRefused())
                        .toList(),
                it -> new Object[] {
                    it.getValue().refusal().type(),
                    it.getValue().refusal().rule(),
                    it.getValue().refusal().detail(),
                    workspace,
                    id,
                    it.getKey()
                });
    }

    /** It is through; the words stand with what they were said of, and are erased with it. */
    void close(Connection connection, Instant now) throws SQLException {
        update(
                connection,
                "update enrollment_job set done_at = ?, words = null where workspace_id = ? and id = ?",
                now,
                workspace,
                id);
    }

    private static OpenJob read(Row row) throws SQLException {
        Asker asker = new Asker(row.text("asked_by"), row.uuid("only_for"));
        Order order = new Order(
                row.constant("action", Action.class),
                asker,
                null,
                null,
                row.uuid("cadence_id"),
                row.uuid("owner_id"),
                row.date("until"),
                row.text("words"));
        return new OpenJob(row.text("workspace_id"), row.uuid("id"), order, row.text("traceparent"));
    }
}
