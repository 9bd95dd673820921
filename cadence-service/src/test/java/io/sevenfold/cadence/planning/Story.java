package io.sevenfold.cadence.planning;

import static java.util.stream.Collectors.joining;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Direction;
import io.sevenfold.events.Intent;
import io.sevenfold.events.Interaction;
import io.sevenfold.events.Outcome;
import io.sevenfold.events.Purpose;
import io.sevenfold.events.TouchpointKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What happened between a rep and a contact, told line by line, and what is planned then. Times are the rep's local ones; those
 * with a Z are UTC.
 */
final class Story {

    static final UUID CONTACT = new UUID(2, 1);
    static final UUID ENROLLMENT = new UUID(3, 1);

    final List<Interaction> interactions = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();

    static final Intent[] INTENTS = {
        Intent.INSIGHT,
        Intent.HELP,
        Intent.INTRODUCTION,
        Intent.CONGRATULATION,
        Intent.INSIGHT,
        Intent.INVITATION,
        Intent.ASK
    };

    private final ZoneId zone;
    private RepCalendar calendar;
    private int[] gaps = {0, 3, 5, 7, 8, 10, 10};
    private boolean months;
    private Purpose purpose = Purpose.CONNECT;
    private FollowOns followOns = FollowOns.NONE;
    private Intent[] intents = INTENTS;
    private Instant startedAt;
    private final List<Instant> lifted = new ArrayList<>();
    private Enrollment.Merged merged;
    private final List<Enrollment> later = new ArrayList<>();
    private final Set<Channel> optedOutOf = EnumSet.noneOf(Channel.class);
    private final Map<UUID, RepCalendar> colleagues = new HashMap<>();
    private final Map<UUID, List<Levelling.Release>> released = new HashMap<>();
    private final Map<UUID, List<Levelling.PassedOver>> passedOver = new HashMap<>();
    private int ids;

    private Story(RepBuilder rep) {
        this.zone = rep.zone;
        this.calendar = rep.calendar();
    }

    static Story of(RepBuilder owner) {
        return new Story(owner);
    }

    /** With an owner in Berlin, enrolled on Monday, 2 March 2026, at ten. */
    static Story inBerlin() {
        return of(RepBuilder.in("Europe/Berlin")).enrolled("2026-03-02T10:00");
    }

    Story enrolled(String at) {
        startedAt = at(at);
        return this;
    }

    Story gaps(int... gaps) {
        this.gaps = gaps;
        return this;
    }

    /** The gaps are months. */
    Story months(int... gaps) {
        this.months = true;
        return gaps(gaps);
    }

    Story purpose(Purpose purpose) {
        this.purpose = purpose;
        return this;
    }

    Story following(FollowOns followOns) {
        this.followOns = followOns;
        return this;
    }

    Story intents(Intent... intents) {
        this.intents = intents;
        return this;
    }

    Story owner(RepBuilder owner) {
        calendar = owner == null ? null : owner.calendar();
        return this;
    }

    /** Who may stand in for the owner, and is known. */
    Story colleague(RepBuilder rep) {
        colleagues.put(rep.calendar().repId(), rep.calendar());
        return this;
    }

    Story lifted(String at) {
        lifted.add(at(at));
        return this;
    }

    Story outbound(String at, Outcome outcome) {
        return interaction(Direction.OUTBOUND, at, outcome, null, null);
    }

    Story outbound(String at, Outcome outcome, UUID names) {
        return interaction(Direction.OUTBOUND, at, outcome, names, null);
    }

    Story inbound(String at, Outcome outcome) {
        return interaction(Direction.INBOUND, at, outcome, null, null);
    }

    /** A no with the date to come back, or an automatic answer with that of their return. */
    Story until(Direction direction, String at, Outcome outcome, String date) {
        return interaction(direction, at, outcome, null, LocalDate.parse(date));
    }

    private Story interaction(Direction direction, String at, Outcome outcome, UUID names, LocalDate date) {
        return interaction(++ids, direction, at, at, outcome, names, date);
    }

    private Story interaction(
            int id, Direction direction, String at, String recordedAt, Outcome outcome, UUID names, LocalDate date) {
        boolean revisit = outcome.isNo();
        interactions.add(new Interaction(
                new UUID(4, id),
                1,
                CONTACT,
                new UUID(1, 1),
                direction,
                Channel.CALL,
                outcome,
                at(at),
                at(recordedAt),
                names,
                null,
                null,
                revisit ? date : null,
                outcome == Outcome.AUTO_REPLY ? date : null,
                outcome == Outcome.MEETING_BOOKED ? date : null,
                null,
                null));
        return this;
    }

    /** A meeting, recorded as it was booked. */
    Story booked(Direction direction, String at, String meeting) {
        return booked(direction, at, meeting, at);
    }

    Story booked(Direction direction, String at, String meeting, String recordedAt) {
        return interaction(++ids, direction, at, recordedAt, Outcome.MEETING_BOOKED, null, LocalDate.parse(meeting));
    }

    /** The n-th interaction told, from 0, turns out to have been this. */
    Story corrected(int index, String at, Outcome outcome, String date) {
        Interaction was = interactions.remove(index);
        int id = (int) was.id().getLeastSignificantBits();
        LocalDate to = date == null ? null : LocalDate.parse(date);
        return interaction(id, was.direction(), at, at, outcome, was.touchpointId(), to);
    }

    /** The n-th interaction told, from 0, turns out not to have been. */
    Story removed(int index) {
        interactions.remove(index);
        return this;
    }

    Story skip(UUID touchpoint, String at, String dueOn) {
        return decide(Decision.Kind.SKIP, touchpoint, at, LocalDate.parse(dueOn), null);
    }

    Story snooze(UUID touchpoint, String at, String until) {
        return decide(Decision.Kind.SNOOZE, touchpoint, at, null, LocalDate.parse(until));
    }

    /** To what they wrote last by then, as far as it was told. */
    Story noAnswerNeeded(String at) {
        interactions.stream()
                .filter(it ->
                        it.direction() == Direction.INBOUND && !it.occurredAt().isAfter(at(at)))
                .max(Comparator.comparing(Interaction::occurredAt))
                .ifPresent(it -> skip(TouchpointIds.replyOwed(it.id()), at, at.substring(0, 10)));
        return this;
    }

    Story optOut(String at) {
        return decide(Decision.Kind.OPT_OUT, null, at, null, null);
    }

    private Story decide(Decision.Kind kind, UUID touchpoint, String at, LocalDate dueOn, LocalDate until) {
        decisions.add(
                new Decision(new UUID(5, ++ids), null, touchpoint, kind, at(at), "rhea", dueOn, until, null, null));
        return this;
    }

    Story reschedule(UUID touchpoint, String at, String to) {
        return decide(Decision.Kind.RESCHEDULE, touchpoint, at, null, LocalDate.parse(to));
    }

    Story pause(String at, String until) {
        return decide(Decision.Kind.PAUSE, at, LocalDate.parse(until), null, null, null);
    }

    Story resume(String at) {
        return decide(Decision.Kind.RESUME, at, null, null, null, null);
    }

    Story end(String at, String words) {
        return end(ENROLLMENT, at, words);
    }

    Story end(UUID enrollment, String at, String words) {
        decide(Decision.Kind.END, at, null, words, null, null);
        decisions.add(decisions.remove(decisions.size() - 1).about(enrollment));
        return this;
    }

    /** The editor had a new version of the cadence applied; {@code due} is the touchpoint due then, or null. */
    Story applied(String at, Cadence version, UUID due) {
        return decide(Decision.Kind.APPLY, at, null, null, version, due);
    }

    /** A version of the cadence in which one step, counted from 1, is another. */
    Cadence versionWithout(int number) {
        Cadence first = cadence(purpose);
        List<Step> steps = new ArrayList<>(first.steps());
        steps.set(number - 1, new Step("other", 2, 0, Channel.LETTER, Intent.HELP, "Another"));
        return new Cadence(first.id(), 2, first.name(), purpose, steps);
    }

    private Story decide(
            Decision.Kind kind, String at, LocalDate until, String words, Cadence version, UUID touchpoint) {
        decisions.add(new Decision(
                new UUID(5, ++ids), ENROLLMENT, touchpoint, kind, at(at), "rhea", null, until, words, version));
        return this;
    }

    /** Somebody enrolls the contact anew, in a cadence of that purpose with the same steps. */
    Story enrolledAnew(UUID id, String at, Purpose purpose) {
        later.add(new Enrollment(id, CONTACT, cadence(purpose), at(at), Enrollment.Origin.DECIDED, null));
        return this;
    }

    /** Merged with another contact, which was enrolled at the same time; one of the two enrollments goes on. */
    Story merged(Instant at, boolean thisGoesOn, UUID otherEnrollment, UUID otherContact) {
        merged = new Enrollment.Merged(at, thisGoesOn);
        later.add(new Enrollment(
                otherEnrollment,
                otherContact,
                cadence(purpose),
                startedAt,
                Enrollment.Origin.DECIDED,
                new Enrollment.Merged(at, !thisGoesOn)));
        return this;
    }

    Story notBy(Channel... channels) {
        optedOutOf.addAll(List.of(channels));
        return this;
    }

    Story released(int step, String date) {
        return released(step(step), date);
    }

    /** By one who kept no basis. */
    Story released(UUID touchpoint, String date) {
        return released(touchpoint, date, calendar.repId(), null);
    }

    /** As the plan says at noon of that date, with the basis it has then. */
    Story releasedWithBasis(UUID touchpoint, String date) {
        PlannedTouchpoint planned = plan(date + "T12:00").touchpoints().stream()
                .filter(it -> it.id().equals(touchpoint))
                .findFirst()
                .orElseThrow();
        return released(touchpoint, date, planned.repId(), planned.basis());
    }

    /** All that may be, as the plan says at noon of that date. */
    Story releasedNext(String date) {
        plan(date + "T12:00").touchpoints().stream()
                .filter(PlannedTouchpoint::next)
                .forEach(it -> released(it.id(), date, it.repId(), it.basis()));
        return this;
    }

    Story released(UUID touchpoint, String date, UUID rep, String basis) {
        released.computeIfAbsent(touchpoint, it -> new ArrayList<>())
                .add(new Levelling.Release(LocalDate.parse(date), rep, basis));
        return this;
    }

    Story passedOver(int step, String date) {
        return passedOver(step(step), date);
    }

    Story passedOver(UUID touchpoint, String date) {
        return passedOver(touchpoint, date, calendar.repId());
    }

    Story passedOver(UUID touchpoint, String date, UUID rep) {
        passedOver
                .computeIfAbsent(touchpoint, it -> new ArrayList<>())
                .add(new Levelling.PassedOver(LocalDate.parse(date), rep));
        return this;
    }

    static UUID step(int number) {
        return TouchpointIds.step(ENROLLMENT, "step-" + number, 1);
    }

    /** The touchpoint that the n-th interaction told, from 0, calls for. */
    UUID replyTo(int interaction) {
        return TouchpointIds.replyOwed(interactions.get(interaction).id());
    }

    /** The thanks for the meeting that the n-th interaction told, from 0, booked. */
    UUID thanksFor(int interaction) {
        return TouchpointIds.thankYou(interactions.get(interaction).id());
    }

    Instant at(String time) {
        return time.endsWith("Z")
                ? Instant.parse(time)
                : LocalDateTime.parse(time).atZone(zone).toInstant();
    }

    Situation situation() {
        List<Enrollment> started = new ArrayList<>(later);
        if (startedAt != null) {
            started.add(new Enrollment(
                    ENROLLMENT, CONTACT, cadence(purpose), startedAt, Enrollment.Origin.FIRST_OWNER, merged));
        }
        return new Situation(
                CONTACT,
                new Guidance("Ada Lovelace", null),
                started,
                calendar,
                new Colleagues(colleagues),
                Workweek.DEFAULT,
                followOns,
                new OptOut(lifted, optedOutOf),
                List.copyOf(interactions),
                List.copyOf(decisions),
                new Levelling(released, passedOver));
    }

    Cadence cadence(Purpose of) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < gaps.length; i++) {
            String guidance = "Something for {contact.firstName}";
            int days = months ? 0 : gaps[i];
            steps.add(new Step("step-" + (i + 1), days, months ? gaps[i] : 0, Channel.EMAIL, intents[i], guidance));
        }
        return new Cadence(new UUID(6, 1), 1, "Some", of, steps);
    }

    Plan plan(String now) {
        return Planner.plan(situation(), at(now));
    }

    /** Purpose and end of all enrollments, one line: {@code connect won, care active}. */
    String enrollments(String now) {
        return plan(now).enrollments().stream()
                .map(it -> it.enrollment().cadence().purpose() + " "
                        + (it.end() == null ? "active" : it.end().reason()))
                .collect(joining(", "));
    }

    /** Date and state of all thank-yous, one line. */
    String thanks(String now) {
        return plan(now).touchpoints().stream()
                .filter(it -> it.kind() == TouchpointKind.THANK_YOU)
                .map(it -> it.dueOn() + " " + it.state())
                .collect(joining(", "));
    }

    /** The dates of all steps, one line; {@code -} where there is none. */
    String dates(String now) {
        return steps(plan(now)).stream()
                .map(it -> it.dueOn() == null ? "-" : it.dueOn().toString())
                .collect(joining(" "));
    }

    /** The states of all steps, one letter each: planned, due, done (X), skipped, cancelled. */
    String states(String now) {
        return steps(plan(now)).stream()
                .map(it -> switch (it.state()) {
                    case PLANNED -> "p";
                    case DUE -> "d";
                    case DONE -> "X";
                    case SKIPPED -> "s";
                    case CANCELLED -> "c";
                })
                .collect(joining());
    }

    /** The codes of the reasons of a step's date. */
    String codes(int step, String now) {
        return step(step, now).reasons().stream()
                .map(reason -> reason.code().toString())
                .collect(joining(" "));
    }

    /** The sentences of the reasons of a step's date. */
    String words(int step, String now) {
        return step(step, now).reasons().stream().map(it -> it.text()).collect(joining("; "));
    }

    PlannedTouchpoint step(int number, String now) {
        return steps(plan(now)).get(number - 1);
    }

    List<PlannedTouchpoint> replies(String now) {
        return plan(now).touchpoints().stream()
                .filter(it -> it.kind() == TouchpointKind.REPLY_OWED)
                .toList();
    }

    static List<PlannedTouchpoint> steps(Plan plan) {
        return plan.touchpoints().stream()
                .filter(it -> it.kind() == TouchpointKind.STEP)
                .toList();
    }
}
