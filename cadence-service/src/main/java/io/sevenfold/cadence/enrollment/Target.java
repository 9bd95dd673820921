package io.sevenfold.cadence.enrollment;

import static io.sevenfold.delivery.sql.Sql.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * What an order wants contacts moved to or started in, as it stands now.
 *
 * @param cadence null: none is wanted, or there is none of that id
 * @param repKnown whether the rep who is to follow up is one of the workspace's
 */
record Target(Offer cadence, boolean repKnown) {

    /**
     * The newest version of a cadence, and who may be started in it (P8).
     *
     * @param onceOnly nobody who ever was in it
     * @param anyTime also who is in one now, which ends first
     * @param quietDays since our last touch
     * @param retiredAt null: it is not
     */
    record Offer(UUID id, int version, boolean onceOnly, boolean anyTime, int quietDays, Instant retiredAt) {}

    static Target of(Connection connection, String workspace, Order order) throws SQLException {
        Offer offer = query(
                        connection,
                        """
                        select c.id, c.version, c.reenrollment = 'NEVER' as once_only, c.reenrollment = 'ANY_TIME' as any_time,
                               c.quiet_days, r.retired_at
                          from cadence c
                          left join retired_cadence r on r.workspace_id = c.workspace_id and r.id = c.id
                         where c.workspace_id = ? and c.id = ?
                         order by c.version desc limit 1""",
                        row -> new Offer(
                                row.uuid("id"),
                                row.integer("version"),
                                row.flag("once_only"),
                                row.flag("any_time"),
                                row.integer("quiet_days"),
                                row.instant("retired_at")),
                        workspace,
                        order.cadenceId())
                .stream()
                .findFirst()
                .orElse(null);
        boolean repKnown = !query(
                        connection,
                        "select 1 from rep where workspace_id = ? and id = ?",
                        row -> 1,
                        workspace,
                        order.ownerId())
                .isEmpty();
        return new Target(offer, repKnown);
    }
}
