package io.sevenfold.contacts.contact;

import io.quarkus.hibernate.orm.panache.Panache;
import io.sevenfold.delivery.Subject;
import java.util.List;
import java.util.UUID;

/** The table of interactions in which a contact said "never", as requests use it; {@link OptOuts} fills it. */
final class NeverInteraction {

    private NeverInteraction() {}

    /** Brings a contact that is written already in line with what is kept of it: a "never" may be heard of before its contact. */
    static void settle(Contact contact) {
        Subject subject = contact.subject();
        if (isAnyOf(subject)
                && !Panache.getSession()
                        .doReturningWork(connection -> OptOuts.settle(connection, List.of(subject)))
                        .isEmpty()) {
            Panache.getSession().refresh(contact);
        }
    }

    /** Of most contacts nothing is kept. */
    private static boolean isAnyOf(Subject contact) {
        return !Panache.getSession()
                .createNativeQuery(
                        "select 1 from never_interaction where workspace_id = ?1 and contact_id = ?2", Integer.class)
                .setParameter(1, contact.workspace())
                .setParameter(2, contact.id())
                .setMaxResults(1)
                .list()
                .isEmpty();
    }

    /** Gives the one that remains what a contact said; what had been lifted for either stays so, whatever the two say together. */
    static void move(Subject merged, UUID survivor) {
        Panache.getSession()
                .createNativeMutationQuery("""
                        update never_interaction n
                           set contact_id = ?3,
                               lifted_at = greatest(n.lifted_at, case when n.opt_out_of is null then c.do_not_contact_lifted_at
                                 else (select l.lifted_at from contact_channel_lifted l
                                        where l.workspace_id = c.workspace_id and l.contact_id = c.id and l.channel = n.opt_out_of)
                                 end)
                          from contact c
                         where n.workspace_id = ?1 and n.contact_id in (?2, ?3)
                           and c.workspace_id = n.workspace_id and c.id = n.contact_id""")
                .setParameter(1, merged.workspace())
                .setParameter(2, merged.id())
                .setParameter(3, survivor)
                .executeUpdate();
    }

    static void forget(Subject contact) {
        Panache.getSession()
                .createNativeMutationQuery("delete from never_interaction where workspace_id = ?1 and contact_id = ?2")
                .setParameter(1, contact.workspace())
                .setParameter(2, contact.id())
                .executeUpdate();
    }
}
