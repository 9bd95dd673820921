package io.sevenfold.cadence.plan;

import static io.sevenfold.delivery.sql.Sql.query;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.sevenfold.cadence.cadence.PlanningRules;
import io.sevenfold.cadence.planning.Colleagues;
import io.sevenfold.cadence.planning.Decision;
import io.sevenfold.cadence.planning.Guidance;
import io.sevenfold.cadence.planning.Levelling;
import io.sevenfold.cadence.planning.Levelling.PassedOver;
import io.sevenfold.cadence.planning.Levelling.Release;
import io.sevenfold.cadence.planning.OptOut;
import io.sevenfold.cadence.planning.RepCalendar;
import io.sevenfold.cadence.planning.Situation;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.sql.Row;
import io.sevenfold.events.Channel;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.Rep;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Loads the facts of many contacts, one query for each kind of fact. */
final class Facts {

    private static final String OF_CONTACTS =
            " join unnest(?::text[], ?::uuid[]) as wanted(workspace_id, contact_id) using (workspace_id, contact_id) ";

    private record Known(
            Subject subject,
            String name,
            String company,
            UUID ownerId,
            Instant liftedAt,
            Set<Channel> optedOutOf,
            Rep owner,
            RepCalendar calendar) {

        Subject ownersSubject() {
            return new Subject(subject.workspace(), ownerId);
        }

        /** Where it is not lifted at all, for do-not-contact won when contacts were merged (P12), no earlier lifting counts. */
        OptOut optOut(List<Decision> decisions) {
            Set<Instant> lifted = new HashSet<>();
            if (liftedAt != null) {
                lifted.add(liftedAt);
                decisions.stream().filter(it -> it.kind() == Decision.Kind.LIFT).forEach(it -> lifted.add(it.at()));
            }
            return new OptOut(lifted, optedOutOf);
        }
    }

    private record Of<T>(Subject contact, T fact) {}

    private record OfTouchpoint<T>(UUID touchpoint, T fact) {}

    private final Connection connection;
    private final List<String> workspaces;
    private final List<UUID> ids;

    private Facts(Connection connection, Collection<Subject> contacts) {
        this.connection = connection;
        this.workspaces = contacts.stream().map(Subject::workspace).toList();
        this.ids = contacts.stream().map(Subject::id).toList();
    }

    /** The facts of those contacts that are known here. */
    static List<ContactFacts> of(Connection connection, Collection<Subject> contacts) throws SQLException {
        return contacts.isEmpty() ? List.of() : new Facts(connection, contacts).load();
    }

    private List<ContactFacts> load() throws SQLException {
        List<Known> contacts = contacts();
        Map<Subject, Colleagues> colleagues = StandIns.of(connection, owners(contacts));
        Map<String, PlanningRules> rules = PlanningRules.of(connection, workspaces);
        Map<Subject, List<KnownEnrollments.Known>> enrollments =
                all(KnownEnrollments.SELECT, new KnownEnrollments()::read);
        Map<Subject, List<Interaction>> interactions = all(INTERACTIONS, Interactions::read);
        Map<Subject, List<Decision>> decisions = all(DECISIONS, Decisions::read);
        Map<Subject, List<OfTouchpoint<Release>>> releases = all(RELEASES, Facts::release);
        Map<Subject, List<OfTouchpoint<PassedOver>>> passedOver = all(PASSED_OVER, Facts::passedOver);
        Map<Subject, List<StoredPlan>> plans = all(PLANS, StoredPlan::read);
        Map<Subject, List<StoredTouchpoint>> touchpoints = all(TOUCHPOINTS, StoredTouchpoint::read);

        List<ContactFacts> facts = new ArrayList<>();
        for (Known contact : contacts) {
            Subject subject = contact.subject;
            List<KnownEnrollments.Known> enrolled = enrollments.getOrDefault(subject, List.of());
            List<Decision> decided = decisions.getOrDefault(subject, List.of());
            PlanningRules workspace = rules.getOrDefault(subject.workspace(), PlanningRules.NONE);
            Situation situation = new Situation(
                    subject.id(),
                    new Guidance(contact.name, contact.company, contact.owner == null ? null : contact.owner.name()),
                    KnownEnrollments.started(enrolled),
                    contact.calendar,
                    contact.owner == null
                            ? Colleagues.NONE
                            : colleagues.getOrDefault(contact.ownersSubject(), Colleagues.NONE),
                    workspace.week(),
                    workspace.followOns(),
                    contact.optOut(decided),
                    interactions.getOrDefault(subject, List.of()),
                    decided,
                    new Levelling(
                            byTouchpoint(releases.getOrDefault(subject, List.of())),
                            byTouchpoint(passedOver.getOrDefault(subject, List.of()))));
            facts.add(new ContactFacts(
                    subject,
                    contact.ownerId,
                    contact.owner,
                    situation,
                    plans.getOrDefault(subject, List.of(StoredPlan.NONE)).get(0),
                    enrolled.stream()
                            .map(KnownEnrollments.Known::stored)
                            .collect(toMap(StoredEnrollment::id, it -> it)),
                    byId(touchpoints.getOrDefault(subject, List.of()))));
        }
        return facts;
    }

    private List<Known> contacts() throws SQLException {
        Map<String, Rep> reps = new HashMap<>();
        Map<String, RepCalendar> calendars = new HashMap<>();
        return query(
                connection,
                """
                select c.workspace_id, c.id as contact_id, c.name, c.company, c.owner_id, c.lifted_at,
                       c.do_not_contact_channels, r.state as owner
                  from contact c
                  join unnest(?::text[], ?::uuid[]) as wanted(workspace_id, id) using (workspace_id, id)
                  left join rep r on r.workspace_id = c.workspace_id and r.id = c.owner_id""",
                row -> {
                    String owner = row.text("owner");
                    Rep rep = owner == null ? null : reps.computeIfAbsent(owner, RepCalendars::state);
                    return new Known(
                            row.subject("contact_id"),
                            row.text("name"),
                            row.text("company"),
                            row.uuid("owner_id"),
                            row.instant("lifted_at"),
                            row.constants("do_not_contact_channels", Channel.class),
                            rep,
                            rep == null ? null : calendars.computeIfAbsent(owner, state -> RepCalendar.of(rep)));
                },
                workspaces,
                ids);
    }

    private static Map<Subject, Rep> owners(List<Known> contacts) {
        return contacts.stream()
                .filter(contact -> contact.owner != null)
                .collect(toMap(Known::ownersSubject, Known::owner, (one, same) -> one));
    }

    private <T> Map<Subject, List<T>> all(String sql, Row.Reader<T> reader) throws SQLException {
        return query(connection, sql, row -> new Of<>(row.subject("contact_id"), reader.read(row)), workspaces, ids)
                .stream()
                .collect(groupingBy(Of::contact, mapping(Of::fact, toList())));
    }

    private static final String INTERACTIONS = "select * from interaction" + OF_CONTACTS + "where not removed";

    private static final String DECISIONS = """
            select d.*, c.name as cadence_name, c.purpose, c.steps
              from decision d
              join unnest(?::text[], ?::uuid[]) as wanted(workspace_id, contact_id) using (workspace_id, contact_id)
              left join cadence c on c.workspace_id = d.workspace_id and c.id = d.cadence_id and c.version = d.cadence_version""";

    private static final String RELEASES =
            "select workspace_id, contact_id, touchpoint_id, released_on, rep_id, basis from release" + OF_CONTACTS;
    private static final String PASSED_OVER =
            "select workspace_id, contact_id, touchpoint_id, day, rep_id from passed_over" + OF_CONTACTS;

    private static OfTouchpoint<Release> release(Row row) throws SQLException {
        Release release = new Release(row.date("released_on"), row.uuid("rep_id"), row.text("basis"));
        return new OfTouchpoint<>(row.uuid("touchpoint_id"), release);
    }

    private static OfTouchpoint<PassedOver> passedOver(Row row) throws SQLException {
        return new OfTouchpoint<>(row.uuid("touchpoint_id"), new PassedOver(row.date("day"), row.uuid("rep_id")));
    }

    private static final String PLANS = "select * from plan" + OF_CONTACTS;

    private static final String TOUCHPOINTS = "select * from touchpoint" + OF_CONTACTS;

    private static Map<UUID, StoredTouchpoint> byId(List<StoredTouchpoint> touchpoints) {
        Map<UUID, StoredTouchpoint> byId = new LinkedHashMap<>();
        touchpoints.forEach(stored -> byId.put(stored.touchpoint().id(), stored));
        return byId;
    }

    private static <T> Map<UUID, List<T>> byTouchpoint(List<OfTouchpoint<T>> facts) {
        return facts.stream().collect(groupingBy(OfTouchpoint::touchpoint, mapping(OfTouchpoint::fact, toList())));
    }
}
