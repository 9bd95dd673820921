package io.sevenfold.cadence.plan;

import io.sevenfold.cadence.planning.Enrollment;
import io.sevenfold.cadence.planning.Plan;
import io.sevenfold.cadence.planning.Plan.End;
import io.sevenfold.cadence.planning.Plan.Enrolled;
import io.sevenfold.cadence.planning.PlannedTouchpoint;
import io.sevenfold.events.EndReason;
import io.sevenfold.events.PlanState;
import io.sevenfold.events.Reason;
import io.sevenfold.events.ReasonCode;
import io.sevenfold.events.TouchpointState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What became of a contact's plan: the difference between the one derived last and the one derived now. */
final class PlanUpdate {

    /** One touchpoint that is not what it was; {@code before} is null where it is new. */
    record Change(StoredTouchpoint before, StoredTouchpoint after) {

        boolean becameDue() {
            return isDue(after) && after.round() > (before == null ? 0 : before.round());
        }

        /** It was announced, and its clock ends at another time than was told then. */
        boolean hasOtherClock() {
            return isDue(before)
                    && isDue(after)
                    && !Objects.equals(
                            before.touchpoint().answerBy(), after.touchpoint().answerBy());
        }

        /** It was announced and is planned again, and not because somebody just decided so, who told of that. */
        boolean wasPostponed() {
            return isDue(before)
                    && after.touchpoint().state() == TouchpointState.PLANNED
                    && before.touchpoint().reasons().containsAll(decisions(after));
        }

        boolean became(TouchpointState state) {
            return after.touchpoint().state() == state
                    && (before == null || before.touchpoint().state() != state);
        }

        private static List<Reason> decisions(StoredTouchpoint stored) {
            return stored.touchpoint().reasons().stream()
                    .filter(reason -> reason.code() == ReasonCode.DECIDED)
                    .toList();
        }

        private static boolean isDue(StoredTouchpoint stored) {
            return stored != null && stored.touchpoint().state() == TouchpointState.DUE;
        }
    }

    private final Instant now;
    final ContactFacts facts;
    final Plan plan;
    final StoredPlan head;
    final List<StoredTouchpoint> all = new ArrayList<>();
    final List<Change> changes = new ArrayList<>();
    final List<StoredEnrollment> enrollments = new ArrayList<>();

    PlanUpdate(ContactFacts facts, Plan plan, String traceparent, Instant now) {
        this.now = now;
        this.facts = facts;
        this.plan = plan;
        Set<UUID> derived = new HashSet<>();
        for (PlannedTouchpoint touchpoint : plan.touchpoints()) {
            derived.add(touchpoint.id());
            add(facts.touchpoints().get(touchpoint.id()), touchpoint);
        }
        enrollments(plan);
        for (StoredTouchpoint stored : facts.touchpoints().values()) {
            if (!derived.contains(stored.touchpoint().id()) && isOpen(stored)) {
                add(stored, cancelled(stored.touchpoint()));
            }
        }
        StoredPlan derivedHead = head(plan);
        boolean changed = !changes.isEmpty() || !enrollments.isEmpty() || !derivedHead.sameAs(facts.plan());
        String trace =
                changed && traceparent != null ? traceparent : facts.plan().traceparent();
        this.head = derivedHead.withVersion(facts.plan().version() + (changed ? 1 : 0), trace);
    }

    boolean isEmpty() {
        return head.version() == facts.plan().version();
    }

    /** Those that are new or ended otherwise than before; one whose cause is gone ends with it (P11). */
    private void enrollments(Plan plan) {
        Set<UUID> derived = new HashSet<>();
        for (Enrolled enrolled : plan.enrollments()) {
            Enrollment it = enrolled.enrollment();
            derived.add(it.id());
            StoredEnrollment after = new StoredEnrollment(
                    it.id(),
                    PlanEvents.reference(it.cadence()),
                    it.startedAt(),
                    it.followOn(),
                    enrolled.end() == null ? null : enrolled.end().reason(),
                    enrolled.end() == null ? null : enrolled.end().at(),
                    enrolled.end() == null ? null : enrolled.end().words());
            if (!after.equals(facts.enrollments().get(it.id()))) {
                enrollments.add(after);
            }
        }
        for (StoredEnrollment stored : facts.enrollments().values()) {
            if (!derived.contains(stored.id()) && stored.endReason() != EndReason.CORRECTED) {
                enrollments.add(stored.corrected(now));
            }
        }
    }

    private void add(StoredTouchpoint before, PlannedTouchpoint touchpoint) {
        boolean reassigned = touchpoint.state().isOpen() || before == null;
        PlannedTouchpoint assigned = reassigned ? touchpoint : touchpoint.by(before.ownerId());
        int rounds = before == null ? 0 : before.round();
        boolean becomesDue = becomesDue(before, assigned);
        StoredTouchpoint after = new StoredTouchpoint(
                assigned,
                facts.contact().id(),
                becomesDue ? rounds + 1 : rounds,
                becomesDue ? today(assigned) : before == null ? null : before.dueSince());
        all.add(after);
        if (!after.equals(before)) {
            changes.add(new Change(before, after));
        }
    }

    /** A round for each time it becomes due, also for another rep (N1). */
    private static boolean becomesDue(StoredTouchpoint before, PlannedTouchpoint touchpoint) {
        boolean goesOn = Change.isDue(before) && Objects.equals(before.ownerId(), touchpoint.repId());
        return touchpoint.state() == TouchpointState.DUE && !goesOn;
    }

    /** The date of whose it is now; the one it is due on where that is later, for a day may begin before a night's shift is over. */
    private LocalDate today(PlannedTouchpoint due) {
        LocalDate today = facts.situation().calendarOf(due.repId()).dateOf(now);
        return due.dueOn().isAfter(today) ? due.dueOn() : today;
    }

    private UUID owner() {
        return facts.owner() == null ? null : facts.ownerId();
    }

    /** The touchpoints of the present enrollment and the extra ones: what the contact's plan is now. */
    List<StoredTouchpoint> present() {
        return all.stream()
                .filter(it -> it.touchpoint().enrollmentId() == null
                        || it.touchpoint().enrollmentId().equals(head.enrollmentId()))
                .toList();
    }

    private StoredPlan head(Plan plan) {
        Enrolled current = plan.current();
        End end = plan.end();
        return new StoredPlan(
                0,
                current == null ? null : current.enrollment().id(),
                owner(),
                current == null ? null : end == null ? PlanState.ACTIVE : PlanState.ENDED,
                plan.waitingFor(),
                end == null ? null : end.reason(),
                end == null ? null : end.at(),
                plan.lastTheirs(),
                null);
    }

    private static boolean isOpen(StoredTouchpoint stored) {
        return stored.touchpoint().state().isOpen();
    }

    /** What called for it is gone: an interaction was removed. */
    private static PlannedTouchpoint cancelled(PlannedTouchpoint it) {
        return new PlannedTouchpoint(
                it.id(),
                it.enrollmentId(),
                it.step(),
                it.kind(),
                TouchpointState.CANCELLED,
                it.channel(),
                it.intent(),
                it.guidance(),
                it.dueOn(),
                it.plannedOn(),
                it.reasons(),
                false,
                null,
                null,
                it.owedSince(),
                it.answerBy(),
                it.repId(),
                null);
    }
}
