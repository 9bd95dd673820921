package io.sevenfold.cadence.plan;

import static io.sevenfold.delivery.sql.Sql.batch;
import static io.sevenfold.delivery.sql.Sql.query;
import static java.util.stream.Collectors.partitioningBy;

import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.Channel;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The interactions: what planning needs, and apart from it the words, which only people read. */
public final class Interactions {

    /**
     * One version of an interaction, of the contact that it is now told of.
     *
     * @param mergedFrom the contact it happened with, where that one went into another (P12); else null
     */
    public record Version(Subject contact, Interaction interaction, UUID mergedFrom, boolean removed) {

        boolean hasWords() {
            return !removed && (interaction.gave() != null || interaction.note() != null);
        }
    }

    private Interactions() {}

    /** Keeps the newest version of each; an older one, or the same again, changes nothing. */
    public static void keep(Connection connection, List<Version> versions) throws SQLException {
        batch(connection, """
                insert into interaction as known (workspace_id, id, version, removed, contact_id, rep_id, direction, channel,
                                                  outcome, occurred_at, recorded_at, touchpoint_id, revisit_on, return_on,
                                                  meeting_on, opt_out_of, merged_from)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, id) do update set version = excluded.version, removed = excluded.removed,
                  contact_id = excluded.contact_id, rep_id = excluded.rep_id, direction = excluded.direction,
                  channel = excluded.channel, outcome = excluded.outcome, occurred_at = excluded.occurred_at,
                  recorded_at = excluded.recorded_at, touchpoint_id = excluded.touchpoint_id,
                  revisit_on = excluded.revisit_on, return_on = excluded.return_on, meeting_on = excluded.meeting_on,
                  opt_out_of = excluded.opt_out_of, merged_from = excluded.merged_from
                  where known.version < excluded.version""", versions, Interactions::columns);
        keepWords(connection, versions);
    }

    /** Of the version that is kept by now; this one's are none where it is removed. */
    private static void keepWords(Connection connection, List<Version> versions) throws SQLException {
        Map<Boolean, List<Version>> byWords = versions.stream().collect(partitioningBy(Version::hasWords));
        batch(connection, """
                insert into interaction_words (workspace_id, id, gave, note)
                select workspace_id, id, ?, ? from interaction where workspace_id = ? and id = ? and version = ?
                on conflict (workspace_id, id) do update set gave = excluded.gave, note = excluded.note""", byWords.get(true), it -> new Object[] {
            it.interaction.gave(),
            it.interaction.note(),
            it.contact.workspace(),
            it.interaction.id(),
            it.interaction.version()
        });
        batch(connection, """
                delete from interaction_words w using interaction i
                 where i.workspace_id = ? and i.id = ? and i.version = ? and w.workspace_id = i.workspace_id and w.id = i.id""", byWords.get(false), it ->
                new Object[] {it.contact.workspace(), it.interaction.id(), it.interaction.version()});
    }

    /** Whether some version of it is kept, a removed one included. */
    public static boolean knows(Connection connection, String workspace, UUID id) throws SQLException {
        return !query(
                        connection,
                        "select 1 from interaction where workspace_id = ? and id = ?",
                        row -> 1,
                        workspace,
                        id)
                .isEmpty();
    }

    /** From a row that has all columns of the table; without words. */
    static Interaction read(Row row) throws SQLException {
        return new Interaction(
                row.uuid("id"),
                row.number("version"),
                row.uuid("contact_id"),
                row.uuid("rep_id"),
                row.constant("direction", Direction.class),
                row.constant("channel", Channel.class),
                row.constant("outcome", Outcome.class),
                row.instant("occurred_at"),
                row.instant("recorded_at"),
                row.uuid("touchpoint_id"),
                null,
                null,
                row.date("revisit_on"),
                row.date("return_on"),
                row.date("meeting_on"),
                row.constant("opt_out_of", Channel.class),
                row.uuid("merged_from"));
    }

    private static Object[] columns(Version version) {
        Interaction it = version.interaction;
        return new Object[] {
            version.contact.workspace(),
            it.id(),
            it.version(),
            version.removed,
            version.contact.id(),
            it.repId(),
            it.direction(),
            it.channel(),
            it.outcome(),
            it.occurredAt(),
            it.recordedAt(),
            it.touchpointId(),
            it.revisitOn(),
            it.returnOn(),
            it.meetingOn(),
            it.optOutOf(),
            version.mergedFrom
        };
    }
}
