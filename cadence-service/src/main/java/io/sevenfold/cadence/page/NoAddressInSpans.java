package io.sevenfold.cadence.page;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;

/**
 * Takes the path out of every request's span, but for those of the API and of what operators ask. Spans of pages are not made at all;
 * but an address can be spelled in ways that its suppression does not know ({@code //touchpoints/…}), and it is a key.
 */
@Singleton
class NoAddressInSpans implements SpanProcessor {

    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
    private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");
    private static final String TAKEN_OUT = "/";

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        String path = span.getAttribute(PATH);
        boolean known = path == null || path.startsWith("/v1/") || path.startsWith("/q/");
        if (span.getKind() == SpanKind.SERVER && !known) {
            span.setAttribute(PATH, TAKEN_OUT).setAttribute(QUERY, "");
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
