package io.sevenfold.notifier.inbound;

import io.sevenfold.delivery.Endings;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** What happens to all that is known of a contact when its stream ends for ever. */
@ApplicationScoped
class ContactRows {

    private static final String FORGET_CONTACT = "delete from contact where workspace_id = ? and id = ?";
    private static final String FORGET_INTERACTIONS =
            "delete from interaction where workspace_id = ? and contact_id = ?";

    /** Ids and state stay, so that what was sent can still be accounted for. */
    private static final String FORGET_REMINDERS = """
            update reminder set due = null, last_answer = null,
              state = case when state in ('PENDING', 'RETRYING') or (state = 'SENDING' and not begun)
                           then 'CANCELLED' else state end
            where workspace_id = ? and contact_id = ?""";

    private static final String MOVE_INTERACTIONS =
            "update interaction set contact_id = ? where workspace_id = ? and contact_id = ?";
    private static final String MOVE_REMINDERS =
            "update reminder set contact_id = ? where workspace_id = ? and contact_id = ?";

    /** Nothing of this person remains, now or later. */
    void erase(Connection worker, Subject contact) throws SQLException {
        Subjects.erase(worker, contact);
        update(worker, FORGET_CONTACT, contact.workspace(), contact.id());
        update(worker, FORGET_INTERACTIONS, contact.workspace(), contact.id());
        update(worker, FORGET_REMINDERS, contact.workspace(), contact.id());
    }

    /** Their history becomes that of the one who remains (P12); where that one was erased, it is forgotten with them. */
    void merge(Connection worker, Subject contact, UUID into) throws SQLException {
        Subjects.merge(worker, contact, into);
        Endings endings = Subjects.lock(worker, contact);
        Subject survivor = endings.survivor(contact);
        update(worker, FORGET_CONTACT, contact.workspace(), contact.id());
        update(worker, MOVE_INTERACTIONS, survivor.id(), contact.workspace(), contact.id());
        update(worker, MOVE_REMINDERS, survivor.id(), contact.workspace(), contact.id());
        if (endings.erased(survivor)) {
            erase(worker, survivor);
        }
    }

    private static void update(Connection worker, String statement, Object... values) throws SQLException {
        try (PreparedStatement sql = worker.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                sql.setObject(i + 1, values[i]);
            }
            sql.executeUpdate();
        }
    }
}
