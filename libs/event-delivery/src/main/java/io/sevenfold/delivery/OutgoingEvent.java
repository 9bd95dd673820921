package io.sevenfold.delivery;

import java.util.Objects;

/**
 * Something to tell the other services.
 *
 * @param keySuffix what follows the subject in the record's key, or null
 * @param type the event's name, without the {@code io.sevenfold.} prefix
 * @param data written as JSON ({@link EventJson}); null is a tombstone, which on a compacted topic removes the key
 * @param traceparent W3C trace context of the cause; null means the current span
 */
public record OutgoingEvent(
        String topic, Subject subject, String keySuffix, String type, Object data, String traceparent) {

    private static final String TOMBSTONE = "Tombstone";

    public OutgoingEvent {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(type, "type");
    }

    /** An event named after its data's class, caused by the current span. */
    public static OutgoingEvent of(String topic, Subject subject, Object data) {
        return new OutgoingEvent(topic, subject, null, data.getClass().getSimpleName(), data, null);
    }

    /** Removes what the compacted topic holds under this key. */
    public static OutgoingEvent tombstone(String topic, Subject subject, String keySuffix) {
        return new OutgoingEvent(topic, subject, keySuffix, TOMBSTONE, null, null);
    }

    /** The same under {@code <workspace>/<id>/<suffix>}; it stays in the subject's partition. */
    public OutgoingEvent withKeySuffix(String suffix) {
        return new OutgoingEvent(topic, subject, suffix, type, data, traceparent);
    }

    /** The same in the trace of its cause, usually {@link IncomingEvent#traceparent()}. */
    public OutgoingEvent causedBy(String cause) {
        return new OutgoingEvent(topic, subject, keySuffix, type, data, cause);
    }

    String key() {
        return keySuffix == null ? subject.key() : subject.key() + "/" + keySuffix;
    }
}
