package io.sevenfold.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Stores notes by version, as the services' consumers store what they need. */
@Singleton
class NoteConsumer implements TopicConsumer {

    private static final String STORE = """
            insert into note (workspace_id, id, version, text, traceparent) values (?, ?, ?, ?, ?)
            on conflict (workspace_id, id) do update
              set version = excluded.version, text = excluded.text, traceparent = excluded.traceparent
              where note.version < excluded.version""";

    private boolean failsAfterCommit;

    @Override
    public String topic() {
        return Note.TOPIC;
    }

    @Override
    public void consume(Connection worker, List<IncomingEvent> events) throws SQLException {
        Endings endings = Subjects.lock(
                worker, events.stream().map(IncomingEvent::subject).toList());
        for (IncomingEvent event : events) {
            if (!endings.erased(event.subject()) && !event.isTombstone()) {
                store(worker, event, event.as(Note.class));
            }
        }
    }

    @Override
    public void committed() {
        if (failsAfterCommit) {
            failsAfterCommit = false;
            throw new IllegalStateException("The hint is not taken");
        }
    }

    private void store(Connection worker, IncomingEvent event, Note note) throws SQLException {
        if (note.text().equals(Note.POISON)) {
            throw new PermanentFailure("This note can never be handled");
        }
        if (note.text().equals(Note.BUG)) {
            throw new IllegalStateException("jane@example.com has no note");
        }
        failsAfterCommit |= note.text().equals(Note.UNTOLD);
        try (PreparedStatement sql = worker.prepareStatement(STORE)) {
            sql.setString(1, event.subject().workspace());
            sql.setObject(2, event.subject().id());
            sql.setLong(3, note.version());
            sql.setString(4, note.text());
            sql.setString(5, event.traceparent());
            if (sql.executeUpdate() == 1) {
                journal(worker, event.subject(), note);
            }
        }
    }

    private void journal(Connection worker, Subject subject, Note note) throws SQLException {
        try (PreparedStatement sql =
                worker.prepareStatement("insert into change (workspace_id, id, version) values (?, ?, ?)")) {
            sql.setString(1, subject.workspace());
            sql.setObject(2, subject.id());
            sql.setLong(3, note.version());
            sql.executeUpdate();
        }
    }
}
