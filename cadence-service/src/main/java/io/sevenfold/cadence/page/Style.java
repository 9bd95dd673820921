package io.sevenfold.cadence.page;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateGlobal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.sevenfold.rest.pages.PageHeaders;
import io.sevenfold.rest.pages.StyleSheet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** How all pages look, and that they may look like nothing else. */
@ApplicationScoped
class Style {

    private static final StyleSheet SHEET = StyleSheet.read(Style.class, "/page/style.css");

    /** The style sheet, for the layout. */
    @TemplateGlobal
    static RawString stylesheet() {
        return new RawString(SHEET.css());
    }

    void register(@Observes Filters filters) {
        new PageHeaders(SHEET, "/touchpoints/", "/my-day/").register(filters);
    }
}
