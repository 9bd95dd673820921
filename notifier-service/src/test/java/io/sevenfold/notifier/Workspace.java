package io.sevenfold.notifier;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.arc.Arc;
import io.restassured.specification.RequestSpecification;
import io.sevenfold.delivery.Outbox;
import io.sevenfold.delivery.OutgoingEvent;
import io.sevenfold.delivery.Subject;
import io.sevenfold.delivery.WorkerTransactions;
import io.sevenfold.events.Channel;
import io.sevenfold.events.Contact;
import io.sevenfold.events.ContactAdded;
import io.sevenfold.events.DayBegun;
import io.sevenfold.events.DayLoad;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Intent;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.InteractionRecorded;
import io.sevenfold.events.Moved;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Overdue;
import io.sevenfold.events.Reason;
import io.sevenfold.events.ReasonCode;
import io.sevenfold.events.Rep;
import io.sevenfold.events.RepAdded;
import io.sevenfold.events.Topic;
import io.sevenfold.events.Touchpoint;
import io.sevenfold.events.TouchpointDue;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.events.TouchpointState;
import io.sevenfold.events.WorkingHours;
import io.sevenfold.infra.Database;
import io.sevenfold.infra.Mail;
import io.sevenfold.infra.ServiceTestResource;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;

/** A workspace that no other test knows, with one rep and one contact; what is published in it, and what comes of it. */
public record Workspace(String name, UUID repId, UUID contactId) {

    private static final Instant NOW = DomainClockOfTests.START;

    /** One whose rep wants a mail for each touchpoint. */
    public static Workspace fresh() {
        Workspace workspace = new Workspace("w-" + UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        workspace.prefers(workspace.repId, "EACH");
        return workspace;
    }

    /** One whose rep wants what reps get by default, and is known, and the contact too. */
    public static Workspace withDigests() {
        Workspace workspace = new Workspace("w-" + UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        workspace.addRep();
        workspace.addContact();
        workspace.awaitKnown();
        return workspace;
    }

    /** Until rep and contact are. */
    public void awaitKnown() {
        await().until(() -> !Database.query(
                        "select 1 from rep join contact c using (workspace_id) where workspace_id = ?", name)
                .isEmpty());
    }

    public void prefers(UUID rep, String mails) {
        Database.change("""
                insert into preference (workspace_id, rep_id, mails, team_digest, changed_at, changed_by)
                values (?, ?, ?, true, now(), 'test')
                on conflict (workspace_id, rep_id) do update set mails = excluded.mails""", name, rep, mails);
    }

    /** One whose rep and contact are already told of. */
    public static Workspace known() {
        Workspace workspace = fresh();
        workspace.addRep();
        workspace.addContact();
        return workspace;
    }

    public void addRep() {
        publish(Topic.REPS, repId, new RepAdded(rep(1)));
    }

    public void addContact() {
        publish(Topic.CONTACTS, contactId, new ContactAdded(contact(1, "Ada Lovelace")));
    }

    public Rep rep(long version) {
        return rep(version, "Grace Hopper", address());
    }

    public Rep rep(long version, String repName, String email) {
        return new Rep(
                repId,
                version,
                repName,
                email,
                "en-GB",
                "Europe/Berlin",
                List.of(DayOfWeek.values()),
                new WorkingHours(LocalTime.of(9, 0), LocalTime.of(17, 0)),
                null,
                20,
                LocalTime.of(8, 30),
                4,
                List.of(),
                null);
    }

    /** Somebody else of the workspace; gives their id. */
    public UUID addColleague(String colleague) {
        UUID id = UUID.randomUUID();
        addColleague(id, colleague);
        return id;
    }

    public void addColleague(UUID id, String colleague) {
        Rep grace = rep(1);
        Rep rep = new Rep(
                id,
                1,
                colleague,
                addressOf(colleague),
                grace.locale(),
                grace.timeZone(),
                grace.workingDays(),
                grace.workingHours(),
                null,
                20,
                grace.digestTime(),
                4,
                List.of(),
                null);
        publish(Topic.REPS, id, new RepAdded(rep));
    }

    public Contact contact(long version, String contactName) {
        return contact(version, contactName, false, List.of());
    }

    public Contact contact(long version, String contactName, boolean doNotContact, List<Channel> optedOut) {
        return new Contact(
                contactId,
                version,
                contactName,
                "ada@engines.example",
                "+44 20 7946 0018",
                "Analytical Engines",
                "Countess",
                "America/New_York",
                repId,
                null,
                List.of(),
                doNotContact,
                optedOut,
                null,
                null);
    }

    /** A call by which an insight is shared: touch 2 of 7. */
    public Touchpoint call(UUID id) {
        return new Touchpoint(
                id,
                2,
                TouchpointKind.STEP,
                TouchpointState.DUE,
                Channel.CALL,
                Intent.INSIGHT,
                "Tell Ada what you learned.",
                LocalDate.of(2026, 12, 3),
                List.of(
                        new Reason(ReasonCode.GAP, Map.of("days", "5"), "Five working days after your call on 26 Nov."),
                        new Reason(ReasonCode.DAY_OFF, Map.of(), "You do not work on Wednesdays.")),
                null,
                null);
    }

    public Touchpoint replyOwed(UUID id) {
        return new Touchpoint(
                id,
                null,
                TouchpointKind.REPLY_OWED,
                TouchpointState.DUE,
                Channel.EMAIL,
                Intent.ANSWER,
                null,
                LocalDate.of(2026, 12, 3),
                List.of(),
                null,
                null);
    }

    public UUID due() {
        UUID touchpoint = UUID.randomUUID();
        due(touchpoint, 1);
        return touchpoint;
    }

    public void due(UUID touchpoint, int round) {
        publish(due(call(touchpoint), round));
    }

    public TouchpointDue due(Touchpoint touchpoint, int round) {
        Integer steps = touchpoint.step() == null ? null : 7;
        Instant answerBy = touchpoint.kind() == TouchpointKind.REPLY_OWED ? NOW.plus(Duration.ofHours(2)) : null;
        return new TouchpointDue(contactId, repId, round, steps, NOW, answerBy, null, null, touchpoint);
    }

    /** A call that is due since then. */
    public UUID dueSince(Instant at) {
        UUID touchpoint = UUID.randomUUID();
        dueSince(at, touchpoint, 1);
        return touchpoint;
    }

    public void dueSince(Instant at, UUID touchpoint, int round) {
        publish(new TouchpointDue(contactId, repId, round, 7, at, null, null, null, call(touchpoint)));
    }

    /** A reply that is owed since then. */
    public UUID owedSince(Instant at, Instant tellFrom) {
        UUID touchpoint = UUID.randomUUID();
        publish(new TouchpointDue(
                contactId,
                repId,
                1,
                null,
                at,
                tellFrom.plus(Duration.ofHours(4)),
                tellFrom,
                null,
                replyOwed(touchpoint)));
        return touchpoint;
    }

    /** The rep's day began, with these touchpoints; {@code overdue} since so many working days. */
    public void dayBegun(Instant digestAt, List<UUID> replies, List<UUID> due, Map<UUID, Integer> overdue) {
        dayBegun(repId, digestAt, replies, due, overdue, List.of());
    }

    public void dayBegun(
            UUID rep,
            Instant digestAt,
            List<UUID> replies,
            List<UUID> due,
            Map<UUID, Integer> overdue,
            List<Moved> moved) {
        dayBegun(rep, LocalDate.ofInstant(digestAt, ZoneOffset.UTC), digestAt, replies, due, overdue, moved);
    }

    public void dayBegun(
            UUID rep,
            LocalDate date,
            Instant digestAt,
            List<UUID> replies,
            List<UUID> due,
            Map<UUID, Integer> overdue,
            List<Moved> moved) {
        List<Overdue> overdueFor = overdue.entrySet().stream()
                .map(it -> new Overdue(it.getKey(), it.getValue()))
                .toList();
        publish(
                Topic.TOUCHPOINTS,
                rep,
                new DayBegun(
                        rep,
                        date,
                        digestAt,
                        replies,
                        due,
                        List.copyOf(overdue.keySet()),
                        overdueFor,
                        moved,
                        List.of(new DayLoad(date.plusDays(1), 3))));
    }

    /** Of the rep's mails, the oldest first: occasion and state. */
    public List<String> reminders() {
        return Database.query(
                "select lower(occasion || ' ' || state) from reminder where workspace_id = ? order by send_from, created_at",
                name);
    }

    public void awaitReminders(String... oldestFirst) {
        patiently().untilAsserted(() -> assertEquals(List.of(oldestFirst), reminders()));
    }

    /** Of what is told in the workspace, the oldest first: occasion, and the mail's state. */
    public List<String> announcements() {
        return Database.query("""
                select lower(a.occasion || ' ' || coalesce(a.left_out, r.state, 'waiting'))
                  from announcement a left join reminder r on r.workspace_id = a.workspace_id and r.id = a.reminder_id
                 where a.workspace_id = ? order by a.created_at, a.id""", name);
    }

    public void awaitAnnouncements(String... oldestFirst) {
        patiently().untilAsserted(() -> assertEquals(List.of(oldestFirst), announcements()));
    }

    /** Long enough for a mail server that was away to be tried again. */
    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(40));
    }

    /** Each announcement is waiting, left out, or in a mail that is there and not cancelled: nothing due is lost, whatever the races. */
    public void assertAllAccountedFor() {
        assertEquals(List.of(), Database.query("""
                select a.id from announcement a left join reminder r on r.workspace_id = a.workspace_id and r.id = a.reminder_id
                 where a.workspace_id = ? and a.left_out is null and a.reminder_id is not null
                   and (r.id is null or r.state = 'CANCELLED')""", name));
    }

    /** As if what is stored of it had come so long ago, by the wall clock. */
    public void age(String table, Duration by) {
        Database.change(
                "update " + table + " set created_at = created_at - ? * interval '1 second' where workspace_id = ?",
                by.toSeconds(),
                name);
    }

    /** They wrote an e-mail. */
    public void wrote(String note, Instant at) {
        Interaction mail = new Interaction(
                UUID.randomUUID(),
                1,
                contactId,
                repId,
                Direction.INBOUND,
                Channel.EMAIL,
                Outcome.REPLIED,
                at,
                at,
                null,
                null,
                note,
                null,
                null,
                null,
                null,
                null);
        publishInteraction(new InteractionRecorded(mail), mail);
    }

    /** What cadence-service says of the contact. */
    public void publish(Object touchpointEvent) {
        publish(Topic.TOUCHPOINTS, contactId, touchpointEvent);
    }

    public void publishInteraction(Object event, Interaction interaction) {
        publishAll(event(Topic.INTERACTIONS, contactId, event)
                .withKeySuffix(interaction.id().toString()));
    }

    public void publish(Topic topic, UUID subject, Object event) {
        publishAll(event(topic, subject, event));
    }

    public OutgoingEvent event(Topic topic, UUID subject, Object event) {
        return OutgoingEvent.of(topic.topicName(), new Subject(name, subject), event);
    }

    /** On the real topic, in the form and by the way in which the other services publish. */
    public void publishAll(OutgoingEvent... events) {
        Outbox outbox = Arc.container().instance(Outbox.class).get();
        worker().run(connection -> outbox.append(connection, List.of(events)));
    }

    public static WorkerTransactions worker() {
        return Arc.container().instance(WorkerTransactions.class).get();
    }

    /** Whether any table that holds domain data has this text in a row of the workspace. */
    boolean isKnown(String text) {
        return List.of("contact", "rep", "interaction", "touchpoint", "announcement", "reminder").stream()
                .anyMatch(table -> !Database.query(
                                "select 1 from " + table + " t where workspace_id = ? and t::text like ?",
                                name,
                                "%" + text + "%")
                        .isEmpty());
    }

    public String address() {
        return "grace@" + name + ".example";
    }

    public String addressOf(String colleague) {
        return colleague.split(" ")[0].toLowerCase(Locale.ROOT) + "@" + name + ".example";
    }

    public List<Mail> mails() {
        return mailsTo(address());
    }

    public List<Mail> mailsTo(String address) {
        return ServiceTestResource.mail().mails().stream()
                .filter(mail -> mail.recipients().contains(address))
                .toList();
    }

    /** From zero: the next record of a partition finds its stored offset changed, and all of the partition is read again. */
    void replayEverything() {
        Database.change("update consumer_offset set next_offset = 0");
        addRep();
        addContact();
        due();
        await().until(() -> Database.query(
                                "select topic from consumer_offset where next_offset > 0 and topic in ('contacts', 'reps', 'touchpoints')"
                                        + " group by topic")
                        .size()
                == 3);
    }

    public Mail awaitMail() {
        await().until(() -> !mails().isEmpty());
        return mails().get(0);
    }

    /** Of all that is told in the workspace, the newest first: the mail's state, or that it waits for one, or was left out. */
    public List<String> states() {
        return Database.query("""
                select case when a.left_out is not null then 'cancelled' else lower(coalesce(r.state, 'pending')) end
                  from announcement a left join reminder r on r.workspace_id = a.workspace_id and r.id = a.reminder_id
                 where a.workspace_id = ? order by a.created_at desc, a.id desc""", name);
    }

    public void awaitStates(String... newestFirst) {
        await().untilAsserted(() -> assertEquals(List.of(newestFirst), states()));
    }

    public UUID onlyReminder() {
        await().until(() -> as("manager")
                        .get("/v1/reminders")
                        .then()
                        .extract()
                        .jsonPath()
                        .getList("items")
                        .size()
                == 1);
        return UUID.fromString(
                as("manager").get("/v1/reminders").then().extract().path("items[0].id"));
    }

    public RequestSpecification as(String role) {
        String token = ServiceTestResource.tokens()
                .token(name, role, role.equals("rep") ? repId.toString() : null, Duration.ofMinutes(5));
        return given().auth().oauth2(token);
    }
}
