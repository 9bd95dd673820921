package io.sevenfold.cadence.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;

/** The pages of one touchpoint, whichever door they are come to by. */
@ApplicationScoped
public class TouchpointPages {

    @CheckedTemplate(basePath = "page")
    static class Templates {
        static native TemplateInstance touchpoint(TouchpointPage page);
    }

    private final DataSource app;
    private final Refusals refusals;
    private final Clock clock;

    TouchpointPages(DataSource app, Refusals refusals, Clock clock) {
        this.app = app;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** Who, what this touch gives, why on its date, what happened last, and what can be done. */
    @Transactional
    public Response overview(Door door) throws SQLException {
        Optional<Sight> sight = look(door);
        return sight.isEmpty()
                ? refusals.gone()
                : Html.of(200, Templates.touchpoint(TouchpointPage.of(door, sight.get(), null)));
    }

    private Optional<Sight> look(Door door) throws SQLException {
        try (Connection connection = app.getConnection()) {
            return Sights.through(door, connection, clock.instant());
        }
    }
}
