package io.sevenfold.cadence.touchpoint;

import static io.sevenfold.delivery.sql.Sql.query;

import io.sevenfold.cadence.plan.StoredTouchpoint;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.Channel;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.TouchpointState;
import io.sevenfold.rest.ProblemException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What closed a touchpoint, told to whoever comes too late. */
public final class Closing {

    private record Words(UUID id, String words) {}

    private static final String SQL = """
            select t.id, t.state, i.channel, i.outcome, d.decided_by, d.reason, e.end_reason
              from touchpoint t
              left join interaction i on i.workspace_id = t.workspace_id and i.id = t.closed_by
              left join decision d on d.workspace_id = t.workspace_id and d.id = t.closed_by
              left join enrollment e on e.workspace_id = t.workspace_id and e.id = t.enrollment_id
             where t.workspace_id = ? and t.id = any(?::uuid[])""";

    private Closing() {}

    /** For each of these closed touchpoints the 409 that says what already happened, by its id. */
    public static Map<UUID, ProblemException> refusals(
            Connection connection, String workspace, Collection<StoredTouchpoint> closed) throws SQLException {
        Map<UUID, String> words = new HashMap<>();
        if (!closed.isEmpty()) {
            query(
                            connection,
                            SQL,
                            Closing::words,
                            workspace,
                            closed.stream().map(it -> it.touchpoint().id()).toList())
                    .forEach(each -> words.put(each.id, each.words));
        }
        Map<UUID, ProblemException> refusals = new HashMap<>();
        closed.forEach(it -> refusals.put(
                it.touchpoint().id(), refusal(it, words.get(it.touchpoint().id()))));
        return refusals;
    }

    private static ProblemException refusal(StoredTouchpoint it, String words) {
        TouchpointState state = it.touchpoint().state();
        String when = it.touchpoint().closedAt() == null
                ? ""
                : " at " + it.touchpoint().closedAt();
        return ProblemException.conflict("touchpoint-" + state, "It was already " + state + when + words + ".")
                .with("touchpoint", TouchpointView.of(it));
    }

    private static Words words(Row row) throws SQLException {
        String words = switch (row.constant("state", TouchpointState.class)) {
            case DONE -> done(row.constant("channel", Channel.class), row.constant("outcome", Outcome.class));
            case SKIPPED -> skipped(row.text("decided_by"), row.text("reason"));
            default -> cancelled(row.constant("end_reason", EndReason.class));
        };
        return new Words(row.uuid("id"), words);
    }

    private static String done(Channel channel, Outcome outcome) {
        return channel == null ? "" : ", by " + channel + (outcome == Outcome.NONE ? "" : " with outcome " + outcome);
    }

    private static String skipped(String by, String reason) {
        return by == null ? "" : ", by " + by + (reason == null ? "" : ": " + reason);
    }

    private static String cancelled(EndReason reason) {
        return reason == null ? "" : ", for its enrollment ended: " + reason;
    }
}
