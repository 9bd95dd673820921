package io.sevenfold.notifier.unsubscribe;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/**
 * What every answer below the pages' path says, refusals too: keep the address, which is a key, to yourself; run no script; be
 * framed by nobody; forget it.
 */
@ApplicationScoped
class PageHeaders {

    private static final String PATH = "/unsubscribe/";
    private static final int BEFORE_ANY_REFUSAL = 1_100;

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src " + Style.source()
                    + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "Referrer-Policy",
            "no-referrer",
            "Cache-Control",
            "no-store",
            "X-Content-Type-Options",
            "nosniff",
            "X-Robots-Tag",
            "noindex, nofollow");

    void register(@Observes Filters filters) {
        filters.register(PageHeaders::add, BEFORE_ANY_REFUSAL);
    }

    private static void add(RoutingContext context) {
        if (context.normalizedPath().startsWith(PATH)) {
            HEADERS.forEach(context.response().headers()::set);
        }
        context.next();
    }
}
