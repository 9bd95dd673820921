package io.sevenfold.cadence.plan;

import static io.sevenfold.delivery.sql.Sql.query;
import static java.util.stream.Collectors.toMap;

import io.sevenfold.cadence.planning.Cadence;
import io.sevenfold.cadence.planning.Decision;
import io.sevenfold.cadence.planning.Plan;
import io.sevenfold.cadence.planning.PlannedTouchpoint;
import io.sevenfold.cadence.planning.Planner;
import io.sevenfold.delivery.Subject;
import io.sevenfold.events.Channel;
import io.sevenfold.events.Intent;
import io.sevenfold.rest.Page;
import io.sevenfold.rest.PageRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a version of a cadence would do to the active enrollments, planned by the same planner (P7); nothing is written. */
@Schema(name = "DryRun")
record DryRun(
        @Schema(description = "That the change would make") int version,

        @Schema(description = "How many are enrolled in the cadence now")
        long active,

        @Schema(description = "Those of this page that would change; the page counts the others too")
        List<Effect> items,

        String nextCursor) {

    /** What it would do to one of them. */
    @Schema(name = "DryRunEffect")
    record Effect(UUID enrollmentId, UUID contactId, String contactName, List<Change> changes) {}

    /** A touchpoint that would come, go or be another. */
    @Schema(name = "DryRunChange")
    record Change(
            @Schema(enumeration = {"added", "dropped", "changed"})
            String what,

            UUID touchpointId,
            @Schema(description = "Not of one added") Touch before,
            @Schema(description = "Not of one dropped") Touch after) {

        /** One of the two may be null. */
        private static Change of(UUID id, Touch before, Touch after) {
            return new Change(before == null ? "added" : after == null ? "dropped" : "changed", id, before, after);
        }
    }

    /** A step's touchpoint as it is, or would be. */
    @Schema(name = "DryRunTouch")
    record Touch(
            int step,

            @Schema(description = "Local date in the owner's zone; none while the plan waits without dates")
            LocalDate dueOn,

            Channel channel,
            Intent intent,
            String guidance) {

        private static Touch of(PlannedTouchpoint it) {
            return new Touch(it.step(), it.dueOn(), it.channel(), it.intent(), it.guidance());
        }
    }

    static DryRun of(Connection connection, String workspace, Cadence version, PageRequest page, Instant now)
            throws SQLException {
        List<Applying> enrolled = Applying.page(
                connection, workspace, version.id(), page.afterId().orElse(null), page.fetch());
        Page<Applying> shown = Page.of(enrolled, page, it -> it.enrollmentId().toString(), it -> it);
        Map<Subject, ContactFacts> facts =
                Facts.of(
                                connection,
                                shown.items().stream().map(Applying::contact).toList())
                        .stream()
                        .collect(toMap(ContactFacts::contact, it -> it));
        List<Effect> effects = shown.items().stream()
                .filter(it -> facts.containsKey(it.contact()))
                .map(it -> effect(it, version, facts.get(it.contact()), now))
                .filter(it -> !it.changes.isEmpty())
                .toList();
        long active = query(
                        connection,
                        "select count(*) as active from enrollment where workspace_id = ? and cadence_id = ? and end_reason is null",
                        row -> row.number("active"),
                        workspace,
                        version.id())
                .get(0);
        return new DryRun(version.version(), active, effects, shown.nextCursor());
    }

    private static Effect effect(Applying it, Cadence version, ContactFacts facts, Instant now) {
        Decision decision = it.decision(version, now, "").decision();
        Map<UUID, Touch> before = open(Planner.plan(facts.situation(), now), it.enrollmentId());
        Map<UUID, Touch> after = open(Planner.plan(facts.situation().deciding(decision), now), it.enrollmentId());
        List<Change> changes = new ArrayList<>();
        before.forEach((id, touch) -> {
            if (!Objects.equals(touch, after.get(id))) {
                changes.add(Change.of(id, touch, after.get(id)));
            }
        });
        after.forEach((id, touch) -> {
            if (!before.containsKey(id)) {
                changes.add(Change.of(id, null, touch));
            }
        });
        return new Effect(
                it.enrollmentId(),
                it.contact().id(),
                facts.situation().guidance().name(),
                changes);
    }

    private static Map<UUID, Touch> open(Plan plan, UUID enrollment) {
        Map<UUID, Touch> open = new LinkedHashMap<>();
        plan.touchpoints().stream()
                .filter(it -> enrollment.equals(it.enrollmentId()) && it.state().isOpen())
                .forEach(it -> open.put(it.id(), Touch.of(it)));
        return open;
    }
}
