package io.sevenfold.cadence.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sevenfold.cadence.touchpoint.Completion;
import io.sevenfold.cadence.touchpoint.Expected;
import io.sevenfold.cadence.touchpoint.TouchpointActions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Done: what happened, how, what was given, and a note. */
@ApplicationScoped
class DonePage implements ActionPage<Completion> {

    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance done(FormPage form, DoneForm done);
    }

    private final TouchpointActions actions;

    DonePage(TouchpointActions actions) {
        this.actions = actions;
    }

    @Override
    public String path() {
        return "done";
    }

    @Override
    public boolean fits(Sight sight) {
        return true;
    }

    @Override
    public TemplateInstance form(Door door, Sight sight, Entered entered) {
        Entered shown = entered == null ? DoneForm.prefilled(sight.stored().touchpoint()) : entered;
        return Templates.done(
                FormPage.of(door, sight, path(), shown),
                DoneForm.of(sight.stored().touchpoint()));
    }

    @Override
    public Completion read(Entered entered) {
        return DoneForm.read(entered);
    }

    @Override
    public void act(Sight sight, Completion completion, Expected expected) throws SQLException {
        actions.complete(sight.stored().touchpoint().id(), completion, expected);
    }

    @Override
    public Notice done(Sight after, StateWords words) {
        return Notice.good(
                "Recorded", words.notice() == null ? null : words.notice().text());
    }
}
