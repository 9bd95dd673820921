package io.sevenfold.cadence.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sevenfold.cadence.touchpoint.Expected;
import io.sevenfold.cadence.touchpoint.Skip;
import io.sevenfold.cadence.touchpoint.TouchpointActions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;

/** Skip, or of a reply owed: no answer needed. */
@ApplicationScoped
class SkipPage implements ActionPage<Skip> {

    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance skip(FormPage form, SkipForm skip);
    }

    private final TouchpointActions actions;

    SkipPage(TouchpointActions actions) {
        this.actions = actions;
    }

    @Override
    public String path() {
        return "skip";
    }

    @Override
    public boolean fits(Sight sight) {
        return true;
    }

    @Override
    public TemplateInstance form(Door door, Sight sight, Entered entered) {
        return Templates.skip(
                FormPage.of(door, sight, path(), entered == null ? Entered.with(Map.of()) : entered),
                SkipForm.of(sight.stored().touchpoint().kind()));
    }

    @Override
    public Skip read(Entered entered) {
        return SkipForm.read(entered);
    }

    /** The chosen reason and the own words are one text. */
    @Override
    public String field(String ofApi, Entered entered) {
        return "words";
    }

    @Override
    public void act(Sight sight, Skip skip, Expected expected) throws SQLException {
        actions.skip(sight.stored().touchpoint().id(), skip, expected);
    }

    @Override
    public Notice done(Sight after, StateWords words) {
        Notice stands = words.notice();
        return stands == null ? null : Notice.good(stands.title(), stands.text());
    }
}
