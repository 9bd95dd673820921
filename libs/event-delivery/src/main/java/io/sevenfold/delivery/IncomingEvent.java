package io.sevenfold.delivery;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One record as it arrived.
 *
 * @param key the whole key, {@code <workspace>/<id>[/<suffix>]}
 * @param subject the key's first two segments
 * @param keySuffix what follows the subject in the key, or null
 * @param id of the event; the same however often it is delivered
 * @param type the event's name, without the {@code io.sevenfold.} prefix
 * @param time when it was published, by the domain clock of its publisher
 * @param data JSON; null in a tombstone
 * @param traceparent W3C trace context of handling this record, for what it causes; may be null
 */
public record IncomingEvent(
        String topic,
        int partition,
        long offset,
        String key,
        Subject subject,
        String keySuffix,
        String id,
        String type,
        Instant time,
        byte[] data,
        String traceparent) {

    public boolean isTombstone() {
        return data == null;
    }

    /**
     * The data, unknown fields ignored.
     *
     * @throws PermanentFailure when the data is none of that type; the message names the field and no value
     */
    public <T> T as(Class<T> wanted) {
        if (isTombstone()) {
            throw new PermanentFailure("A tombstone is no " + wanted.getSimpleName());
        }
        try {
            T value = EventJson.mapper().readValue(data, wanted);
            if (value == null) {
                throw new PermanentFailure("JSON null is no " + wanted.getSimpleName());
            }
            return value;
        } catch (JsonMappingException e) {
            throw new PermanentFailure("The data is no " + wanted.getSimpleName() + ": " + path(e), e);
        } catch (IOException e) {
            throw new PermanentFailure("The data of this " + type + " is not JSON", e);
        }
    }

    /** Keeps only the last event of each key, in the order of those last ones: what counts on a compacted topic. */
    public static List<IncomingEvent> lastOfEachKey(List<IncomingEvent> events) {
        Map<String, IncomingEvent> last = new LinkedHashMap<>();
        for (IncomingEvent event : events) {
            last.remove(event.key());
            last.put(event.key(), event);
        }
        return new ArrayList<>(last.values());
    }

    private static String path(JsonMappingException e) {
        String fields = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return e.getClass().getSimpleName() + (fields.isEmpty() ? "" : " at " + fields);
    }
}
