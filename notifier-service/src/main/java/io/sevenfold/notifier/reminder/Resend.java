package io.sevenfold.notifier.reminder;

import static io.sevenfold.delivery.sql.Sql.query;
import static io.sevenfold.delivery.sql.Sql.update;

import io.sevenfold.delivery.sql.Row;
import io.sevenfold.rest.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Has a mail sent again that was refused, or of which nobody knows whether it arrived. On a connection of either role. */
public final class Resend {

    /** Within it, a second click asks for what the first one did. */
    private static final Duration DOUBLE_CLICK = Duration.ofMinutes(1);

    private static final String RESEND = """
            update reminder set state = 'RETRYING', next_attempt_at = clock_timestamp(), ended_at = null,
                   resent_at = ?, resent_by = ?
             where workspace_id = ? and id = ? and state in ('FAILED', 'UNKNOWN')""";

    private static final String FIND = "select state, resent_at from reminder where workspace_id = ? and id = ?";

    private record Present(ReminderState state, Instant resentAt) {}

    private Resend() {}

    /**
     * Once more within a minute is the same request.
     *
     * @param now by the domain's clock
     * @param by whose wish it is
     * @throws ProblemException 404 where there is no such reminder, 409 where it is neither failed nor unknown
     */
    public static void of(Connection connection, String workspace, UUID id, Instant now, String by)
            throws SQLException {
        boolean resent = update(connection, RESEND, now, by, workspace, id) == 1;
        Present present = query(connection, FIND, Resend::present, workspace, id).stream()
                .findAny()
                .orElseThrow(() -> ProblemException.notFound("reminder", id));
        boolean asked = present.resentAt() != null && present.resentAt().isAfter(now.minus(DOUBLE_CLICK));
        if (!resent && !asked) {
            throw ProblemException.conflict(
                    "reminder-not-resendable",
                    "The reminder is %s. Only one that is failed or unknown can be sent again."
                            .formatted(present.state()));
        }
    }

    private static Present present(Row row) throws SQLException {
        return new Present(row.constant("state", ReminderState.class), row.instant("resent_at"));
    }
}
