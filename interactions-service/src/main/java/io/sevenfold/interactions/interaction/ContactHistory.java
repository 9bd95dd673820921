package io.sevenfold.interactions.interaction;

import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.interactions.known.Keys;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All interactions of contacts whose stream has ended: they go to the survivor, or for ever. */
public final class ContactHistory {

    private static final String MOVE = """
            update interaction i
               set contact_id = ended.survivor, merged_from = coalesce(i.merged_from, i.contact_id), version = i.version + 1
              from unnest(?::text[], ?::uuid[], ?::uuid[]) ended(workspace, contact, survivor)
             where i.workspace_id = ended.workspace and i.contact_id = ended.contact
            returning i.workspace_id, ended.contact, i.id, case when i.removed_at is null then to_jsonb(i) end""";

    private static final String DELETE = """
            delete from interaction i using unnest(?::text[], ?::uuid[]) ended(workspace, contact)
             where i.workspace_id = ended.workspace and i.contact_id = ended.contact
            returning i.workspace_id, i.contact_id, i.id""";

    /** What to tell the others, and of which ended contact it comes. */
    public record Told(Subject ended, OutgoingEvent event) {}

    private ContactHistory() {}

    /**
     * Moves what there is of merged contacts to their survivors (P12), keeping with each whom it first happened with, and says what
     * to tell the others.
     */
    public static List<Told> move(Connection worker, Map<Subject, UUID> survivors) throws SQLException {
        try (PreparedStatement sql = worker.prepareStatement(MOVE)) {
            List<Subject> ended = List.copyOf(survivors.keySet());
            Keys.bind(sql, worker, ended);
            sql.setArray(
                    3,
                    worker.createArrayOf(
                            "uuid", ended.stream().map(survivors::get).toArray()));
            try (ResultSet moved = sql.executeQuery()) {
                List<Told> all = new ArrayList<>();
                while (moved.next()) {
                    Told tombstone = tombstone(moved);
                    all.add(tombstone);
                    if (moved.getString(4) != null) {
                        OutgoingEvent corrected = InteractionEvents.corrected(
                                moved.getString(1), InteractionRow.interaction(moved.getString(4)));
                        all.add(new Told(tombstone.ended(), corrected));
                    }
                }
                return all;
            }
        }
    }

    /** Deletes all there is of erased contacts and says what to take out of the topic. */
    public static List<Told> delete(Connection worker, Collection<Subject> contacts) throws SQLException {
        try (PreparedStatement sql = worker.prepareStatement(DELETE)) {
            Keys.bind(sql, worker, contacts);
            try (ResultSet deleted = sql.executeQuery()) {
                List<Told> all = new ArrayList<>();
                while (deleted.next()) {
                    all.add(tombstone(deleted));
                }
                return all;
            }
        }
    }

    private static Told tombstone(ResultSet row) throws SQLException {
        Subject contact = new Subject(row.getString(1), row.getObject(2, UUID.class));
        return new Told(contact, InteractionEvents.tombstone(contact, row.getObject(3, UUID.class)));
    }
}
