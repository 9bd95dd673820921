package io.sevenfold.interactions.interaction;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.sevenfold.delivery.EventJson;
import io.sevenfold.events.Interaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * A row of the table {@code interaction}. Rows travel to and from the database as JSON named like its columns: so any number of
 * them is one statement, and no column is named twice.
 *
 * @param recordedFrom digest of the request that recorded it; null where no request did
 */
public record InteractionRow(
        String workspaceId, @JsonUnwrapped Interaction interaction, UUID recordedFrom) {

    /** What a statement selects or returns for {@link #read}, of a table called {@code i}. */
    static final String COLUMNS = " i.workspace_id, to_jsonb(i), i.recorded_from ";

    private static final ObjectMapper JSON =
            EventJson.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    /** The next version: the same interaction of the contact that the one before went into (P12). */
    public InteractionRow movedTo(UUID survivor) {
        Interaction i = interaction;
        return new InteractionRow(
                workspaceId,
                new Interaction(
                        i.id(),
                        i.version() + 1,
                        survivor,
                        i.repId(),
                        i.direction(),
                        i.channel(),
                        i.outcome(),
                        i.occurredAt(),
                        i.recordedAt(),
                        i.touchpointId(),
                        i.gave(),
                        i.note(),
                        i.revisitOn(),
                        i.returnOn(),
                        i.meetingOn(),
                        i.optOutOf(),
                        i.mergedFrom() == null ? i.contactId() : i.mergedFrom()),
                recordedFrom);
    }

    static String json(Collection<InteractionRow> rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("An interaction cannot be written as JSON", e);
        }
    }

    static List<InteractionRow> read(PreparedStatement sql) throws SQLException {
        try (ResultSet found = sql.executeQuery()) {
            List<InteractionRow> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(new InteractionRow(
                        found.getString(1), interaction(found.getString(2)), found.getObject(3, UUID.class)));
            }
            return rows;
        }
    }

    static Interaction interaction(String json) {
        try {
            return JSON.readValue(json, Interaction.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored interaction cannot be read", e);
        }
    }
}
