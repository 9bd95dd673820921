package io.sevenfold.cadence.enrollment;

import static io.sevenfold.delivery.sql.Sql.query;

import io.sevenfold.cadence.enrollment.JobRequest.Filter;
import io.sevenfold.cadence.enrollment.JobView.Refused;
import io.sevenfold.cadence.enrollment.JobView.State;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.rest.Page;
import io.sevenfold.rest.PageRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Stores what is asked for with many contacts, and reads how far it is. */
final class Jobs {

    private static final String ACCEPT = """
            with job as (
              insert into enrollment_job (workspace_id, id, request, action, cadence_id, owner_id, until, words, asked_at, asked_by,
                                          only_for, traceparent)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
              returning workspace_id, id as job_id, only_for)
            , items as (
              insert into enrollment_job_item (workspace_id, job_id, contact_id)
              select workspace_id, job_id, contact_id from job, lateral (%s) contacts
              returning 1)
            select (select count(*) from job) as jobs, (select count(*) from items) as items""";

    private static final String NAMED = "select distinct contact_id from unnest(?::uuid[]) as named(contact_id)";

    /** One more than a job may be about, to tell that they are too many. */
    private static final String FITTING = """
            select c.id as contact_id from contact c
             where c.workspace_id = job.workspace_id and (job.only_for is null or c.owner_id = job.only_for)%s limit ?""";

    private static final String ACTIVE =
            "exists (select from enrollment e where e.workspace_id = c.workspace_id and e.contact_id = c.id"
                    + " and e.end_reason is null%s)";

    private Jobs() {}

    /**
     * Keeps the job with its contacts, in one round trip.
     *
     * @return how many they are; empty: a job of that id is there already
     */
    static Optional<Long> accept(
            Connection connection,
            String workspace,
            UUID id,
            UUID digest,
            Asker asker,
            String trace,
            JobRequest it,
            Instant now)
            throws SQLException {
        List<Object> values = new ArrayList<>();
        Stream.of(workspace, id, digest, it.action()).forEach(values::add);
        values.add(it.cadenceId());
        values.add(it.ownerId());
        values.add(it.until());
        values.add(it.reason());
        values.add(now);
        values.add(asker.name());
        values.add(asker.onlyFor());
        values.add(trace);
        String contacts = it.filter() == null ? NAMED : fitting(it.filter(), values);
        if (it.filter() == null) {
            values.add(it.contactIds());
        }
        return query(
                        connection,
                        ACCEPT.formatted(contacts),
                        row -> row.number("jobs") == 0 ? Optional.<Long>empty() : Optional.of(row.number("items")),
                        values.toArray())
                .get(0);
    }

    private static String fitting(Filter filter, List<Object> values) {
        StringBuilder conditions = new StringBuilder();
        if (filter.ownerId() != null) {
            conditions.append(" and c.owner_id = ?");
            values.add(filter.ownerId());
        }
        if (filter.cadenceId() != null) {
            conditions.append(" and ").append(ACTIVE.formatted(" and e.cadence_id = ?"));
            values.add(filter.cadenceId());
        }
        if (filter.enrolled() != null) {
            conditions.append(filter.enrolled() ? " and " : " and not ").append(ACTIVE.formatted(""));
        }
        values.add(JobRequest.MOST + 1);
        return FITTING.formatted(conditions);
    }

    /** Whether the job of that id is what the same request asked for. */
    static boolean isOf(Connection connection, String workspace, UUID id, UUID digest) throws SQLException {
        return !query(
                        connection,
                        "select 1 from enrollment_job where workspace_id = ? and id = ? and request = ?",
                        row -> 1,
                        workspace,
                        id,
                        digest)
                .isEmpty();
    }

    static Optional<JobView> find(Connection connection, String workspace, UUID id, PageRequest page)
            throws SQLException {
        List<Refused> refusals = query(
                connection,
                """
                select contact_id, type, rule, reason from enrollment_job_item
                 where workspace_id = ? and job_id = ? and not succeeded and (?::uuid is null or contact_id > ?)
                 order by contact_id limit ?""",
                row -> new Refused(row.uuid("contact_id"), row.text("type"), row.text("rule"), row.text("reason")),
                workspace,
                id,
                page.afterId().orElse(null),
                page.afterId().orElse(null),
                page.fetch());
        Page<Refused> paged = Page.of(refusals, page, it -> it.contactId().toString(), it -> it);
        return query(connection, """
                        select j.*, i.* from enrollment_job j
                          cross join lateral (
                            select count(*) as total, count(*) filter (where succeeded) as succeeded,
                                   count(*) filter (where not succeeded) as refused
                              from enrollment_job_item i where i.workspace_id = j.workspace_id and i.job_id = j.id) i
                         where j.workspace_id = ? and j.id = ?""", row -> view(row, paged), workspace, id).stream()
                .findFirst();
    }

    private static JobView view(Row row, Page<Refused> refusals) throws SQLException {
        long begun = row.number("succeeded") + row.number("refused");
        Instant doneAt = row.instant("done_at");
        return new JobView(
                row.uuid("id"),
                row.constant("action", Action.class),
                doneAt != null ? State.DONE : begun > 0 ? State.RUNNING : State.ACCEPTED,
                row.instant("asked_at"),
                row.text("asked_by"),
                doneAt,
                row.number("total"),
                row.number("succeeded"),
                row.number("refused"),
                refusals);
    }
}
