package io.sevenfold.notifier.inbound;

import static io.sevenfold.delivery.sql.Sql.update;

import io.sevenfold.delivery.Endings;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.Subjects;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** What happens to all that is known of a contact when its stream ends for ever. */
@ApplicationScoped
class ContactRows {

    private static final String FORGET_CONTACT = "delete from contact where workspace_id = ? and id = ?";
    private static final String FORGET_INTERACTIONS =
            "delete from interaction where workspace_id = ? and contact_id = ?";

    private static final String FORGET_STAGE = "delete from connection where workspace_id = ? and contact_id = ?";

    /** Ids stay, so that what was sent can still be accounted for. A mail in hand is refused when it begins. */
    private static final String FORGET_ANNOUNCEMENTS = """
            with mine as (
              select workspace_id, id, reminder_id from announcement where workspace_id = ? and contact_id = ?
            ), held as (
              select r.workspace_id, r.id from reminder r
               where (r.workspace_id, r.id) in (select workspace_id, reminder_id from mine)
                 and r.state in ('PENDING', 'RETRYING')
               order by r.workspace_id, r.id for update
            )
            update announcement a
               set due = null,
                   left_out = case when a.left_out is null
                                    and (a.reminder_id is null
                                         or exists (select from held h
                                                     where h.workspace_id = a.workspace_id and h.id = a.reminder_id))
                                   then 'ERASED' else a.left_out end
              from mine m where a.workspace_id = m.workspace_id and a.id = m.id""";

    private static final String MOVE_INTERACTIONS =
            "update interaction set contact_id = ? where workspace_id = ? and contact_id = ?";
    private static final String MOVE_ANNOUNCEMENTS =
            "update announcement set contact_id = ? where workspace_id = ? and contact_id = ?";

    /** Nothing of this person remains, now or later. */
    void erase(Connection worker, Subject contact) throws SQLException {
        Subjects.erase(worker, contact);
        update(worker, FORGET_CONTACT, contact.workspace(), contact.id());
        update(worker, FORGET_INTERACTIONS, contact.workspace(), contact.id());
        update(worker, FORGET_STAGE, contact.workspace(), contact.id());
        update(worker, FORGET_ANNOUNCEMENTS, contact.workspace(), contact.id());
    }

    /** Their history becomes that of the one who remains (P12); where that one was erased, it is forgotten with them. */
    void merge(Connection worker, Subject contact, UUID into) throws SQLException {
        Subjects.merge(worker, contact, into);
        Endings endings = Subjects.lock(worker, contact);
        Subject survivor = endings.survivor(contact);
        update(worker, FORGET_CONTACT, contact.workspace(), contact.id());
        update(worker, FORGET_STAGE, contact.workspace(), contact.id());
        update(worker, MOVE_INTERACTIONS, survivor.id(), contact.workspace(), contact.id());
        update(worker, MOVE_ANNOUNCEMENTS, survivor.id(), contact.workspace(), contact.id());
        if (endings.erased(survivor)) {
            erase(worker, survivor);
        }
    }
}
