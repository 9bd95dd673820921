package io.sevenfold.notifier.inbound;

import io.sevenfold.delivery.Endings;
import io.sevenfold.delivery.IncomingEvent;
import io.sevenfold.delivery.PermanentFailure;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import io.sevenfold.delivery.TopicConsumer;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.InteractionCorrected;
import io.sevenfold.events.InteractionRecorded;
import io.sevenfold.events.InteractionRemoved;
import io.sevenfold.events.Topic;
import io.sevenfold.notifier.gathering.GatheringJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps what happened between each contact and us, so that a mail can tell the last of it (N5). */
@ApplicationScoped
public class InteractionsConsumer implements TopicConsumer {

    private static final String STORE = """
            insert into interaction (workspace_id, id, version, contact_id, rep_id, direction, channel, outcome,
                                     occurred_at, gave, note, removed)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (workspace_id, id) do update set
              version = excluded.version, contact_id = excluded.contact_id, rep_id = excluded.rep_id,
              direction = excluded.direction, channel = excluded.channel, outcome = excluded.outcome,
              occurred_at = excluded.occurred_at, gave = excluded.gave, note = excluded.note,
              removed = excluded.removed
            where interaction.version < excluded.version""";

    /** Only of the contact in the key: of one who was merged the same interaction lives on under another, whose topic partition is ahead. */
    private static final String FORGET = "delete from interaction where workspace_id = ? and id = ? and contact_id = ?";

    private final GatheringJob gathering;

    InteractionsConsumer(GatheringJob gathering) {
        this.gathering = gathering;
    }

    /** The newest state of an interaction; {@code contact} is the one who remains where theirs was merged. */
    private record Stored(Subject contact, Interaction interaction, boolean removed) {}

    @Override
    public String topic() {
        return Topic.INTERACTIONS.topicName();
    }

    @Override
    public void consume(Connection worker, List<IncomingEvent> events) throws SQLException {
        Endings endings = Subjects.lock(
                worker, events.stream().map(IncomingEvent::subject).distinct().toList());
        Map<String, Stored> newest = new LinkedHashMap<>();
        for (IncomingEvent event : events) {
            if (event.isTombstone()) {
                forget(worker, event);
                newest.remove(event.key());
            } else if (!endings.erased(event.subject())) {
                keep(newest, event, endings.survivor(event.subject()));
            }
        }
        store(worker, newest);
    }

    @Override
    public void committed() {
        gathering.wake();
    }

    private static void keep(Map<String, Stored> newest, IncomingEvent event, Subject contact) {
        Stored stored = switch (event.type()) {
            case "InteractionRecorded" ->
                new Stored(contact, event.as(InteractionRecorded.class).interaction(), false);
            case "InteractionCorrected" ->
                new Stored(contact, event.as(InteractionCorrected.class).interaction(), false);
            case "InteractionRemoved" ->
                new Stored(contact, event.as(InteractionRemoved.class).interaction(), true);
            default -> null;
        };
        if (stored != null) {
            newest.merge(
                    event.key(),
                    stored,
                    (a, b) -> b.interaction().version() >= a.interaction().version() ? b : a);
        }
    }

    private static void forget(Connection worker, IncomingEvent event) throws SQLException {
        try (PreparedStatement sql = worker.prepareStatement(FORGET)) {
            sql.setString(1, event.subject().workspace());
            sql.setObject(2, interactionId(event));
            sql.setObject(3, event.subject().id());
            sql.executeUpdate();
        }
    }

    private static UUID interactionId(IncomingEvent event) {
        try {
            return UUID.fromString(event.keySuffix());
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new PermanentFailure("The key names no interaction", e);
        }
    }

    private static void store(Connection worker, Map<String, Stored> newest) throws SQLException {
        try (PreparedStatement sql = worker.prepareStatement(STORE)) {
            for (Stored stored : newest.values()) {
                Interaction interaction = stored.interaction();
                sql.setString(1, stored.contact().workspace());
                sql.setObject(2, interaction.id());
                sql.setLong(3, interaction.version());
                sql.setObject(4, stored.contact().id());
                sql.setObject(5, interaction.repId(), Types.OTHER);
                sql.setString(6, interaction.direction().name());
                sql.setString(7, interaction.channel().name());
                sql.setString(8, interaction.outcome().name());
                sql.setObject(9, interaction.occurredAt().atOffset(ZoneOffset.UTC));
                sql.setString(10, stored.removed() ? null : interaction.gave());
                sql.setString(11, stored.removed() ? null : interaction.note());
                sql.setBoolean(12, stored.removed());
                sql.addBatch();
            }
            sql.executeBatch();
        }
    }
}
