package io.sevenfold.cadence.inbound;

import static io.sevenfold.delivery.sql.Sql.batch;
import static io.sevenfold.delivery.sql.Sql.query;

import com.github.f4b6a3.uuid.UuidCreator;
import io.sevenfold.cadence.cadence.Defaults;
import io.sevenfold.cadence.plan.HandOvers;
import io.sevenfold.cadence.planning.Decision;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Contact;
import io.sevenfold.events.Topic;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What planning knows of contacts: their states, whom that enrolls, and what people decided who changed them. */
final class KnownContacts {

    private KnownContacts() {}

    /** @param states each contact's last; under their locks */
    static void keep(Connection connection, List<ToldContact> states, Instant now) throws SQLException {
        Set<Subject> optedOutBefore = optedOut(connection, states);
        Defaults.copy(
                connection,
                states.stream()
                        .map(state -> state.subject().workspace())
                        .distinct()
                        .toList());
        batch(connection, """
                insert into contact as known (workspace_id, id, version, name, company, owner_id, do_not_contact,
                                              do_not_contact_channels, do_not_contact_because, lifted_at, first_owned_at,
                                              first_owned_version, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (workspace_id, id) do update set version = excluded.version, name = excluded.name,
                  company = excluded.company, owner_id = excluded.owner_id, do_not_contact = excluded.do_not_contact, do_not_contact_channels = excluded.do_not_contact_channels,
                  do_not_contact_because = excluded.do_not_contact_because, lifted_at = excluded.lifted_at,
                  first_owned_at = coalesce(known.first_owned_at, excluded.first_owned_at),
                  first_owned_version = coalesce(known.first_owned_version, excluded.first_owned_version),
                  changed_at = excluded.changed_at
                  where known.version < excluded.version""", states, KnownContacts::columns);
        HandOvers.hold(
                connection,
                states.stream()
                        .map(state -> Map.entry(state.subject(), state.contact()))
                        .toList(),
                now);
        enroll(connection, states);
        optOut(connection, states, optedOutBefore);
        lift(connection, states);
    }

    /**
     * Once ever, when first seen with an owner, in the cadence that the settings name then, if they do; who must not be contacted
     * then is not enrolled later by itself.
     */
    private static void enroll(Connection connection, List<ToldContact> states) throws SQLException {
        batch(
                connection,
                """
                insert into enrollment (workspace_id, id, contact_id, cadence_id, cadence_version, started_at)
                select c.workspace_id, ?, c.id, newest.id, newest.version, c.first_owned_at
                  from contact c
                  cross join lateral (select on_new from settings where workspace_id = c.workspace_id
                                       order by version desc limit 1) present
                  cross join lateral (select id, version from cadence
                                       where workspace_id = c.workspace_id and id = present.on_new
                                       order by version desc limit 1) newest
                 where c.workspace_id = ? and c.id = ? and c.version = ? and c.first_owned_version = c.version
                   and not c.do_not_contact
                on conflict do nothing""",
                states.stream()
                        .filter(state -> state.contact().ownerId() != null)
                        .toList(),
                state -> new Object[] {
                    UuidCreator.getNameBasedSha1(state.subject().id(), "first enrollment"),
                    state.subject().workspace(),
                    state.subject().id(),
                    state.contact().version()
                });
    }

    /** Do-not-contact that no interaction explains was somebody's decision, and stays one after it is lifted. */
    private static void optOut(Connection connection, List<ToldContact> states, Set<Subject> before)
            throws SQLException {
        batch(
                connection,
                """
                insert into decision (workspace_id, id, contact_id, kind, decided_at, decided_by)
                select workspace_id, ?, id, ?, ?, ? from contact where workspace_id = ? and id = ? and version = ?
                on conflict do nothing""",
                states.stream()
                        .filter(state -> state.contact().doNotContact()
                                && state.contact().doNotContactBecause() == null
                                && !before.contains(state.subject()))
                        .toList(),
                state -> new Object[] {
                    UuidCreator.getNameBasedSha1(
                            state.subject().id(), "opt-out/" + state.contact().version()),
                    Decision.Kind.OPT_OUT,
                    state.event().time(),
                    Topic.CONTACTS.topicName(),
                    state.subject().workspace(),
                    state.subject().id(),
                    state.contact().version()
                });
    }

    /** A state tells only of the last time; what started after an earlier one stays as it was (P6). */
    private static void lift(Connection connection, List<ToldContact> states) throws SQLException {
        batch(
                connection,
                """
                insert into decision (workspace_id, id, contact_id, kind, decided_at, decided_by)
                select workspace_id, ?, id, ?, ?, ? from contact where workspace_id = ? and id = ?
                on conflict do nothing""",
                states.stream()
                        .filter(state -> state.contact().doNotContactLiftedAt() != null)
                        .toList(),
                state -> new Object[] {
                    UuidCreator.getNameBasedSha1(
                            state.subject().id(), "lift/" + state.contact().doNotContactLiftedAt()),
                    Decision.Kind.LIFT,
                    state.contact().doNotContactLiftedAt(),
                    Topic.CONTACTS.topicName(),
                    state.subject().workspace(),
                    state.subject().id()
                });
    }

    private static Set<Subject> optedOut(Connection connection, List<ToldContact> states) throws SQLException {
        return new HashSet<>(query(
                connection,
                """
                select workspace_id, id from contact
                  join unnest(?::text[], ?::uuid[]) as wanted(workspace_id, id) using (workspace_id, id)
                 where do_not_contact""",
                row -> row.subject("id"),
                states.stream().map(state -> state.subject().workspace()).toList(),
                states.stream().map(state -> state.subject().id()).toList()));
    }

    private static Object[] columns(ToldContact state) {
        Contact contact = state.contact();
        return new Object[] {
            state.subject().workspace(),
            state.subject().id(),
            contact.version(),
            contact.name(),
            contact.company(),
            contact.ownerId(),
            contact.doNotContact(),
            contact.doNotContactChannels() == null ? List.of() : contact.doNotContactChannels(),
            contact.doNotContactBecause(),
            contact.doNotContactLiftedAt(),
            contact.ownerId() == null ? null : state.event().time(),
            contact.ownerId() == null ? null : contact.version(),
            state.event().time()
        };
    }
}
