package io.sevenfold.contacts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** By which the repetition of a request is told from another one under the same id, also when what it created has changed since. */
@ApplicationScoped
public class RequestDigest {

    private final ObjectMapper json;

    RequestDigest(ObjectMapper json) {
        this.json = json;
    }

    public UUID of(Object request) {
        try {
            return UUID.nameUUIDFromBytes(json.writeValueAsBytes(request));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What came as JSON cannot be written as JSON", e);
        }
    }
}
