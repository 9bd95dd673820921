package io.sevenfold.rest.pages;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/**
 * What every answer below the pages' paths says, refusals too: keep the address, which is a key, to yourself; run no script; be
 * framed by nobody; forget it.
 */
public final class PageHeaders {

    private static final int BEFORE_ANY_REFUSAL = 1_100;

    private final List<String> paths;
    private final Map<String, String> headers;

    /** @param paths from the root, each with a slash at its end */
    public PageHeaders(StyleSheet style, String... paths) {
        this.paths = List.of(paths);
        this.headers = Map.of(
                "Content-Security-Policy",
                "default-src 'none'; style-src " + style.source()
                        + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                "Referrer-Policy",
                "no-referrer",
                "Cache-Control",
                "no-store",
                "X-Content-Type-Options",
                "nosniff",
                "X-Robots-Tag",
                "noindex, nofollow");
    }

    public void register(Filters filters) {
        filters.register(this::add, BEFORE_ANY_REFUSAL);
    }

    private void add(RoutingContext context) {
        if (paths.stream().anyMatch(context.normalizedPath()::startsWith)) {
            MultiMap answer = context.response().headers();
            headers.forEach(answer::set);
        }
        context.next();
    }
}
