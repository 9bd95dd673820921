package io.sevenfold.contacts;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sevenfold.delivery.EventJson;

/** JSON of what tests send. */
final class Json {

    private Json() {}

    static String of(Object value) {
        try {
            return EventJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
