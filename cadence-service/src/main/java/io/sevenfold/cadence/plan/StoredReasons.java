package io.sevenfold.cadence.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.sevenfold.delivery.EventJson;
import io.sevenfold.events.Reason;
import java.util.List;

/** Reasons as the column keeps them. */
final class StoredReasons {

    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    private StoredReasons() {}

    static List<Reason> read(String json) {
        try {
            return EventJson.mapper().readValue(json, REASONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String write(List<Reason> reasons) {
        try {
            return EventJson.mapper().writeValueAsString(reasons);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
