package io.sevenfold.cadence.calendar;

import static io.sevenfold.delivery.sql.Sql.query;

import io.sevenfold.cadence.plan.StoredTouchpoint;
import io.sevenfold.cadence.planning.PlannedTouchpoint;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.sql.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * A touchpoint that stands in a rep's calendar, or stood there.
 *
 * @param changes how often it changed, and for how many days it stood a day later; never fewer than before
 * @param changedAt when what is shown of it changed last, but for being shown a day later
 */
record FeedEntry(StoredTouchpoint stored, String name, String company, int changes, Instant changedAt) {

    /** How long what is over stays, so that whoever copied it is told. */
    static final int DAYS_BACK = 30;

    static final int DAYS_AHEAD = 366;

    /** What is open; what was closed of late, or is without a date now; and what somebody else is to do now. */
    static final String ENTRIES = """
            select t.*, c.name as contact_name, c.company as contact_company, greatest(t.changed_at, c.changed_at) as shown_since
              from (
                select * from touchpoint
                 where workspace_id = ? and owner_id = ? and state in ('PLANNED', 'DUE')
                   and (due_on <= ? or due_on is null and changes > 0 and changed_at >= ?)
                union all
                select * from touchpoint
                 where workspace_id = ? and owner_id = ? and state not in ('PLANNED', 'DUE')
                   and coalesce(closed_at, changed_at) >= ?
                union all
                select * from touchpoint
                 where workspace_id = ? and previous_owner_id = ? and owner_id is distinct from previous_owner_id
                   and changed_at >= ?) t
              join contact c on c.workspace_id = t.workspace_id and c.id = t.contact_id
             order by t.due_on, t.id""";

    static List<FeedEntry> of(Connection connection, Subject rep, LocalDate today) throws SQLException {
        String workspace = rep.workspace();
        UUID id = rep.id();
        Instant back = today.minusDays(DAYS_BACK).atStartOfDay(ZoneOffset.UTC).toInstant();
        return query(
                connection,
                ENTRIES,
                FeedEntry::read,
                workspace,
                id,
                today.plusDays(DAYS_AHEAD),
                back,
                workspace,
                id,
                back,
                workspace,
                id,
                back);
    }

    private static FeedEntry read(Row row) throws SQLException {
        return new FeedEntry(
                StoredTouchpoint.read(row),
                row.text("contact_name"),
                row.text("contact_company"),
                row.integer("changes"),
                row.instant("shown_since"));
    }

    PlannedTouchpoint touchpoint() {
        return stored.touchpoint();
    }

    /** Whether that rep is still to do it on some date. */
    boolean isOpenFor(UUID rep) {
        return touchpoint().state().isOpen()
                && rep.equals(stored.ownerId())
                && touchpoint().dueOn() != null;
    }
}
