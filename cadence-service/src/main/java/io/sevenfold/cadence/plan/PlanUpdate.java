package io.sevenfold.cadence.plan;

import io.sevenfold.cadence.planning.Plan;
import io.sevenfold.cadence.planning.PlannedTouchpoint;
import io.sevenfold.events.PlanState;
import io.sevenfold.events.Reason;
import io.sevenfold.events.ReasonCode;
import io.sevenfold.events.TouchpointState;
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

    final ContactFacts facts;
    final StoredPlan head;
    final List<StoredTouchpoint> all = new ArrayList<>();
    final List<Change> changes = new ArrayList<>();

    PlanUpdate(ContactFacts facts, Plan plan, String traceparent) {
        this.facts = facts;
        Set<UUID> derived = new HashSet<>();
        for (PlannedTouchpoint touchpoint : plan.touchpoints()) {
            derived.add(touchpoint.id());
            add(facts.touchpoints().get(touchpoint.id()), touchpoint);
        }
        for (StoredTouchpoint stored : facts.touchpoints().values()) {
            if (!derived.contains(stored.touchpoint().id()) && isOpen(stored)) {
                add(stored, cancelled(stored.touchpoint()));
            }
        }
        StoredPlan derivedHead = head(plan);
        boolean changed = !changes.isEmpty() || !derivedHead.sameAs(facts.plan());
        String trace =
                changed && traceparent != null ? traceparent : facts.plan().traceparent();
        this.head = derivedHead.withVersion(facts.plan().version() + (changed ? 1 : 0), trace);
    }

    boolean isEmpty() {
        return head.version() == facts.plan().version();
    }

    boolean ended() {
        return head.state() == PlanState.ENDED
                && (facts.plan().state() != PlanState.ENDED || facts.plan().endReason() != head.endReason());
    }

    private void add(StoredTouchpoint before, PlannedTouchpoint touchpoint) {
        UUID owner = touchpoint.state().isOpen() || before == null ? owner() : before.ownerId();
        StoredTouchpoint after = new StoredTouchpoint(
                touchpoint, facts.contact().id(), enrollmentId(touchpoint), owner, round(before, touchpoint, owner));
        all.add(after);
        if (!after.equals(before)) {
            changes.add(new Change(before, after));
        }
    }

    /** A round for each time it becomes due, also for another owner (N1). */
    private static int round(StoredTouchpoint before, PlannedTouchpoint touchpoint, UUID owner) {
        int rounds = before == null ? 0 : before.round();
        boolean goesOn = Change.isDue(before) && Objects.equals(before.ownerId(), owner);
        return touchpoint.state() == TouchpointState.DUE && !goesOn ? rounds + 1 : rounds;
    }

    private UUID owner() {
        return facts.owner() == null ? null : facts.ownerId();
    }

    private UUID enrollmentId(PlannedTouchpoint touchpoint) {
        return touchpoint.step() == null ? null : facts.situation().enrollment().id();
    }

    private StoredPlan head(Plan plan) {
        boolean enrolled = facts.situation().enrollment() != null;
        return new StoredPlan(
                0,
                enrolled ? facts.situation().enrollment().id() : null,
                owner(),
                !enrolled ? null : plan.end() == null ? PlanState.ACTIVE : PlanState.ENDED,
                plan.waitingFor(),
                plan.end() == null ? null : plan.end().reason(),
                plan.end() == null ? null : plan.end().at(),
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
                it.answerBy());
    }
}
