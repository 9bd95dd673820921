package io.sevenfold.interactions;

import io.sevenfold.delivery.Subject;
import io.sevenfold.infra.Database;
import java.util.List;

/** What this service has stored. */
final class Stored {

    private Stored() {}

    /** A contact's interactions, whole rows, removed ones included. */
    static List<String> interactionsOf(Subject contact) {
        return Database.query(
                "select i::text from interaction i where workspace_id = ? and contact_id = ? order by id",
                contact.workspace(),
                contact.id());
    }

    /** Everything, offsets aside. */
    static List<String> everything() {
        return Database.query("""
                select 'i' || i::text from interaction i union all select 'c' || c::text from contact c
                union all select 'r' || r::text from rep r union all select 't' || t::text from touchpoint t
                union all select 'e' || e::text from ended_subject e order by 1""");
    }
}
