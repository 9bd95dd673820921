package io.sevenfold.cadence.plan;

import static io.sevenfold.cadence.sql.Sql.query;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sevenfold.cadence.cadence.Cadences;
import io.sevenfold.cadence.cadence.PlanningRules;
import io.sevenfold.cadence.planning.Cadence;
import io.sevenfold.cadence.planning.Colleagues;
import io.sevenfold.cadence.planning.Decision;
import io.sevenfold.cadence.planning.Enrollment;
import io.sevenfold.cadence.planning.Enrollment.Origin;
import io.sevenfold.cadence.planning.Guidance;
import io.sevenfold.cadence.planning.Levelling;
import io.sevenfold.cadence.planning.Levelling.PassedOver;
import io.sevenfold.cadence.planning.Levelling.Release;
import io.sevenfold.cadence.planning.OptOut;
import io.sevenfold.cadence.planning.RepCalendar;
import io.sevenfold.cadence.planning.Situation;
import io.sevenfold.cadence.sql.Row;
import io.sevenfold.delivery.EventJson;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.CadenceRef;
import io.sevenfold.events.Channel;
import io.sevenfold.events.Direction;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.PlanState;
import io.sevenfold.events.Rep;
import io.sevenfold.events.Waiting;
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

    private record KnownEnrollment(Enrollment enrollment, StoredEnrollment stored) {}

    private record Of<T>(Subject contact, T fact) {}

    private record Version(String workspace, UUID cadence, int version) {}

    private record OfTouchpoint<T>(UUID touchpoint, T fact) {}

    private final Connection connection;
    private final List<String> workspaces;
    private final List<UUID> ids;
    private final Map<Version, Cadence> cadences = new HashMap<>();

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
        Map<Subject, List<KnownEnrollment>> enrollments = all(ENROLLMENTS, this::enrollment);
        Map<Subject, List<Interaction>> interactions = all(INTERACTIONS, Facts::interaction);
        Map<Subject, List<Decision>> decisions = all(DECISIONS, Facts::decision);
        Map<Subject, List<OfTouchpoint<Release>>> releases = all(RELEASES, Facts::release);
        Map<Subject, List<OfTouchpoint<PassedOver>>> passedOver = all(PASSED_OVER, Facts::passedOver);
        Map<Subject, List<StoredPlan>> plans = all(PLANS, Facts::plan);
        Map<Subject, List<StoredTouchpoint>> touchpoints = all(TOUCHPOINTS, StoredTouchpoint::read);

        List<ContactFacts> facts = new ArrayList<>();
        for (Known contact : contacts) {
            Subject subject = contact.subject;
            List<KnownEnrollment> enrolled = enrollments.getOrDefault(subject, List.of());
            List<Decision> decided = decisions.getOrDefault(subject, List.of());
            PlanningRules workspace = rules.getOrDefault(subject.workspace(), PlanningRules.NONE);
            Situation situation = new Situation(
                    subject.id(),
                    new Guidance(contact.name, contact.company, contact.owner == null ? null : contact.owner.name()),
                    started(enrolled),
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
                    enrolled.stream().map(KnownEnrollment::stored).collect(toMap(StoredEnrollment::id, it -> it)),
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
                    Rep rep = owner == null ? null : reps.computeIfAbsent(owner, Facts::rep);
                    return new Known(
                            subject(row),
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
        return query(connection, sql, row -> new Of<>(subject(row), reader.read(row)), workspaces, ids).stream()
                .collect(groupingBy(Of::contact, mapping(Of::fact, toList())));
    }

    private static final String ENROLLMENTS = """
            select e.workspace_id, e.contact_id, coalesce(e.track, e.contact_id) as track, e.merged_at, e.goes_on, e.id,
                   e.started_at, e.started_by, e.follow_on, e.end_reason, e.ended_at, e.words, e.cadence_id, e.cadence_version,
                   e.applied_version, coalesce(a.name, c.name) as applied_name, c.name as cadence_name, c.purpose, c.steps
              from enrollment e
              left join cadence a on a.workspace_id = e.workspace_id and a.id = e.cadence_id and a.version = e.applied_version
              join cadence c on c.workspace_id = e.workspace_id and c.id = e.cadence_id and c.version = e.cadence_version
              join unnest(?::text[], ?::uuid[]) as wanted(workspace_id, contact_id)
                on wanted.workspace_id = e.workspace_id and wanted.contact_id = e.contact_id
             order by e.started_at, e.id""";

    /** Most contacts are in the same few: each is read once. */
    private Cadence cadence(Row row) throws SQLException {
        Version version = new Version(row.text("workspace_id"), row.uuid("cadence_id"), row.integer("cadence_version"));
        Cadence known = cadences.get(version);
        if (known == null) {
            known = Cadences.read(row);
            cadences.put(version, known);
        }
        return known;
    }

    private KnownEnrollment enrollment(Row row) throws SQLException {
        boolean followOn = row.flag("follow_on");
        Instant mergedAt = row.instant("merged_at");
        Cadence cadence = cadence(row);
        Integer applied = row.integer("applied_version");
        Enrollment enrollment = new Enrollment(
                row.uuid("id"),
                row.uuid("track"),
                cadence,
                row.instant("started_at"),
                followOn ? Origin.FOLLOW_ON : row.text("started_by") == null ? Origin.FIRST_OWNER : Origin.DECIDED,
                mergedAt == null ? null : new Enrollment.Merged(mergedAt, row.flag("goes_on")));
        return new KnownEnrollment(
                enrollment,
                new StoredEnrollment(
                        enrollment.id(),
                        new CadenceRef(
                                cadence.id(),
                                applied == null ? cadence.version() : applied,
                                row.text("applied_name"),
                                cadence.purpose()),
                        enrollment.startedAt(),
                        followOn,
                        row.constant("end_reason", EndReason.class),
                        row.instant("ended_at"),
                        row.text("words")));
    }

    /** What somebody, or a first owner, started; what followed by itself is derived from it. */
    private static List<Enrollment> started(List<KnownEnrollment> enrolled) {
        return enrolled.stream()
                .map(KnownEnrollment::enrollment)
                .filter(enrollment -> !enrollment.followOn())
                .toList();
    }

    private static final String INTERACTIONS = "select * from interaction" + OF_CONTACTS + "where not removed";

    private static Interaction interaction(Row row) throws SQLException {
        return new Interaction(
                row.uuid("id"),
                row.number("version"),
                row.uuid("contact_id"),
                row.uuid("rep_id"),
                row.constant("direction", Direction.class),
                row.constant("channel", Channel.class),
                row.constant("outcome", Outcome.class),
                row.instant("occurred_at"),
                row.instant("recorded_at"),
                row.uuid("touchpoint_id"),
                null,
                null,
                row.date("revisit_on"),
                row.date("return_on"),
                row.date("meeting_on"),
                row.constant("opt_out_of", Channel.class),
                row.uuid("merged_from"));
    }

    private static final String DECISIONS = """
            select d.*, c.name as cadence_name, c.purpose, c.steps
              from decision d
              join unnest(?::text[], ?::uuid[]) as wanted(workspace_id, contact_id) using (workspace_id, contact_id)
              left join cadence c on c.workspace_id = d.workspace_id and c.id = d.cadence_id and c.version = d.cadence_version""";

    private static Decision decision(Row row) throws SQLException {
        return new Decision(
                row.uuid("id"),
                row.uuid("enrollment_id"),
                row.uuid("touchpoint_id"),
                row.constant("kind", Decision.Kind.class),
                row.instant("decided_at"),
                row.text("decided_by"),
                row.date("due_on"),
                row.date("until"),
                row.text("reason"),
                row.integer("cadence_version") == null ? null : Cadences.read(row));
    }

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

    private static StoredPlan plan(Row row) throws SQLException {
        return new StoredPlan(
                row.number("version"),
                row.uuid("enrollment_id"),
                row.uuid("owner_id"),
                row.constant("state", PlanState.class),
                row.constant("waiting_for", Waiting.class),
                row.constant("end_reason", EndReason.class),
                row.instant("ended_at"),
                row.instant("last_theirs_at"),
                row.text("traceparent"));
    }

    private static final String TOUCHPOINTS = "select * from touchpoint" + OF_CONTACTS;

    private static Map<UUID, StoredTouchpoint> byId(List<StoredTouchpoint> touchpoints) {
        Map<UUID, StoredTouchpoint> byId = new LinkedHashMap<>();
        touchpoints.forEach(stored -> byId.put(stored.touchpoint().id(), stored));
        return byId;
    }

    private static <T> Map<UUID, List<T>> byTouchpoint(List<OfTouchpoint<T>> facts) {
        return facts.stream().collect(groupingBy(OfTouchpoint::touchpoint, mapping(OfTouchpoint::fact, toList())));
    }

    private static Subject subject(Row row) throws SQLException {
        return new Subject(row.text("workspace_id"), row.uuid("contact_id"));
    }

    private static Rep rep(String json) {
        try {
            return EventJson.mapper().readValue(json, Rep.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
