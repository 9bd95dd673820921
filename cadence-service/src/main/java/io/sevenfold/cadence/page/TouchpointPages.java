package io.sevenfold.cadence.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sevenfold.cadence.touchpoint.Expected;
import io.sevenfold.rest.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of one touchpoint, whichever door they are come to by. Opening one changes nothing; its button acts once. */
@ApplicationScoped
public class TouchpointPages {

    /** What a path below a touchpoint's may be: {@code @Path("/{action: " + ACTIONS + "}")}. */
    public static final String ACTIONS = "done|snooze|skip";

    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;
    private static final List<Integer> TOO_LATE = List.of(403, 409);

    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance touchpoint(TouchpointPage page);
    }

    private final Sights sights;
    private final Refusals refusals;
    private final FormChecks checks;
    private final Map<String, ActionPage<?>> actions;

    TouchpointPages(
            Sights sights, Refusals refusals, FormChecks checks, DonePage done, LaterPage later, SkipPage skip) {
        this.sights = sights;
        this.refusals = refusals;
        this.checks = checks;
        this.actions = Stream.of(done, later, skip).collect(Collectors.toMap(ActionPage::path, Function.identity()));
    }

    /** Who, what this touch gives, why on its date, what happened last, and what can be done. */
    public Response overview(Door door) throws SQLException {
        Optional<Sight> sight = sights.through(door);
        return sight.isEmpty() ? refusals.gone() : overview(door, sight.get(), null);
    }

    /** The form of an action; where it is not to be done any more, what was done instead. */
    public Response form(Door door, String action) throws SQLException {
        Optional<Sight> sight = sights.through(door);
        if (sight.isEmpty()) {
            return refusals.gone();
        }
        ActionPage<?> page = actions.get(action);
        return mayBeDone(page, door, sight.get())
                ? Html.of(OK, page.form(door, sight.get(), null))
                : overview(door, sight.get(), null);
    }

    /** Does it, where the touchpoint is open still in the round the form was shown in; else says what was done instead. */
    public Response act(Door door, String action, MultivaluedMap<String, String> sent) throws SQLException {
        Optional<Sight> sight = sights.through(door);
        return sight.isEmpty() ? refusals.gone() : act(door, sight.get(), actions.get(action), Entered.of(sent));
    }

    /** What became of it, and what comes next; empty where it is still to be done, or is nothing of the rep's. */
    public Optional<Notice> outcome(Door door) throws SQLException {
        return sights.through(door).flatMap(sight -> {
            StateWords words = words(door, sight);
            return Optional.ofNullable(words.notice())
                    .map(it -> it.of(sight.contact().name(), words.next()));
        });
    }

    private <T> Response act(Door door, Sight sight, ActionPage<T> page, Entered entered) throws SQLException {
        Integer round = entered.number("round");
        if (!mayBeDone(page, door, sight)
                || round == null
                || round != sight.stored().round()) {
            return tooLate(door, sight);
        }
        T order = page.read(entered);
        checks.check(order, page, entered);
        if (entered.isWrong()) {
            return Html.of(UNPROCESSABLE, page.form(door, sight, entered));
        }
        try {
            page.act(sight, order, new Expected(round, door.link().repId()));
        } catch (ProblemException e) {
            return refused(e, door, sight, page, entered);
        }
        if (door.isOfDay()) {
            return Html.goTo(door.dayPath() + "?after=" + door.touchpointId());
        }
        Sight after = sights.through(door).orElseThrow();
        return overview(door, after, page.done(after, words(door, after)));
    }

    private Response refused(ProblemException e, Door door, Sight before, ActionPage<?> page, Entered entered)
            throws SQLException {
        if (TOO_LATE.contains(e.problem().status())) {
            Optional<Sight> now = sights.through(door);
            return now.isEmpty() ? refusals.gone() : tooLate(door, now.get());
        }
        checks.explain(e.problem(), page, entered);
        if (!entered.isWrong()) {
            throw e;
        }
        return Html.of(e.problem().status(), page.form(door, before, entered));
    }

    /** Somebody was faster, perhaps the same person by a second click: how it stands now. */
    private static Response tooLate(Door door, Sight sight) {
        Notice stands = words(door, sight).notice();
        return overview(
                door,
                sight,
                stands != null
                        ? stands
                        : Notice.plain(
                                "This has changed meanwhile", "Nothing was done just now. Here is how it stands."));
    }

    private static Response overview(Door door, Sight sight, Notice first) {
        return Html.of(OK, Templates.touchpoint(TouchpointPage.of(door, sight, first)));
    }

    private static boolean mayBeDone(ActionPage<?> page, Door door, Sight sight) {
        return sight.isOpenTo(door.link().repId()) && page.fits(sight);
    }

    private static StateWords words(Door door, Sight sight) {
        return new StateWords(sight, door.link().repId());
    }
}
