package io.sevenfold.cadence.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sevenfold.cadence.planning.Decision;
import io.sevenfold.cadence.planning.PlannedTouchpoint;
import io.sevenfold.cadence.touchpoint.Expected;
import io.sevenfold.cadence.touchpoint.Reschedule;
import io.sevenfold.cadence.touchpoint.Snooze;
import io.sevenfold.cadence.touchpoint.TouchpointActions;
import io.sevenfold.events.TouchpointKind;
import io.sevenfold.events.TouchpointState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Later: what is due is snoozed; what was put off already, or is only planned, is given another date, an earlier one too. */
@ApplicationScoped
class LaterPage implements ActionPage<LocalDate> {

    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance later(FormPage form, LaterForm later);
    }

    private final TouchpointActions actions;
    private final Sights sights;

    LaterPage(TouchpointActions actions, Sights sights) {
        this.actions = actions;
        this.sights = sights;
    }

    @Override
    public String path() {
        return "snooze";
    }

    /** A reply owed does not move (P5). */
    @Override
    public boolean fits(Sight sight) {
        return sight.stored().touchpoint().kind() != TouchpointKind.REPLY_OWED;
    }

    @Override
    public TemplateInstance form(Door door, Sight sight, Entered entered) throws SQLException {
        LocalDate today = sight.today();
        Decision.Kind kind = isDue(sight) ? Decision.Kind.SNOOZE : Decision.Kind.RESCHEDULE;
        Map<LocalDate, LocalDate> outlook = sights.outlook(door, sight, kind, LaterForm.wishes(today));
        LaterForm later =
                LaterForm.of(today, outlook, sight.stored().touchpoint().dueOn(), sight.time());
        Entered shown = entered == null
                ? Entered.with(Map.of("when", later.dates().get(0).value()))
                : entered;
        return Templates.later(FormPage.of(door, sight, path(), shown), later);
    }

    @Override
    public LocalDate read(Entered entered) {
        return LaterForm.read(entered);
    }

    @Override
    public String field(String ofApi, Entered entered) {
        return entered.text("when") == null || entered.is("when", LaterForm.OTHER) ? "date" : "when";
    }

    @Override
    public void act(Sight sight, LocalDate date, Expected expected) throws SQLException {
        PlannedTouchpoint it = sight.stored().touchpoint();
        UUID id = it.id();
        if (isDue(sight)) {
            actions.snooze(id, new Snooze(date), expected);
        } else if (!date.equals(it.dueOn()) && !sight.isPutOffTo(date)) {
            actions.reschedule(id, new Reschedule(date, null), expected);
        }
    }

    @Override
    public Notice done(Sight after, StateWords words) {
        LocalDate dueOn = after.stored().touchpoint().dueOn();
        return Notice.good(
                dueOn == null ? "Put off" : "Put off until " + after.time().day(dueOn),
                "You will be told when it is due again.");
    }

    private static boolean isDue(Sight sight) {
        return sight.stored().touchpoint().state() == TouchpointState.DUE;
    }
}
