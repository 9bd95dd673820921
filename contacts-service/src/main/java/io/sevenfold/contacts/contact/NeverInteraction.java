package io.sevenfold.contacts.contact;

import io.quarkus.hibernate.orm.panache.Panache;
import io.sevenfold.delivery.Subject;
import java.util.Optional;
import java.util.UUID;

/** The table of interactions in which a contact said "never", as requests use it; {@link OptOuts} fills it. */
final class NeverInteraction {

    private NeverInteraction() {}

    /** The earliest "never" of a contact that was heard of before the contact was. */
    static Optional<UUID> first(Subject contact) {
        return Panache.getSession()
                .createNativeQuery("""
                        select interaction_id from never_interaction
                         where workspace_id = ?1 and contact_id = ?2 and is_never
                         order by occurred_at, interaction_id""", UUID.class)
                .setParameter(1, contact.workspace())
                .setParameter(2, contact.id())
                .setMaxResults(1)
                .uniqueResultOptional();
    }

    static void forget(Subject contact) {
        Panache.getSession()
                .createNativeMutationQuery("delete from never_interaction where workspace_id = ?1 and contact_id = ?2")
                .setParameter(1, contact.workspace())
                .setParameter(2, contact.id())
                .executeUpdate();
    }
}
