package io.sevenfold.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Set;

/** Changes by JSON Merge Patch (RFC 7396): what is left out stays, what is null is cleared. */
@ApplicationScoped
public class MergePatch {

    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * The current state with the patch applied, read and validated as if it had been sent whole.
     *
     * @throws ConstraintViolationException where the result breaks a constraint of its type
     * @throws ProblemException 400 where the patch has fields or types the state does not have
     */
    public <T> T apply(T current, ObjectNode patch, Class<T> type) {
        try {
            T patched = json.treeToValue(merged(json.valueToTree(current), patch), type);
            Set<ConstraintViolation<T>> violations = validator.validate(patched);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return patched;
        } catch (JsonProcessingException e) {
            throw new InvalidJson(e);
        }
    }

    /**
     * Takes the expected version out of a patch: {@code version} in the body, or {@code If-Match} as sent with an ETag.
     *
     * @throws ProblemException 428 where neither is there; 400 where it is no number
     */
    public static long expectedVersion(ObjectNode patch, String ifMatch) {
        JsonNode inBody = patch.remove("version");
        String version = inBody != null ? inBody.asText() : ifMatch == null ? null : ifMatch.replaceAll("^W/|\"", "");
        if (version == null) {
            throw ProblemException.of(
                    428,
                    "version-missing",
                    "Say which version you change",
                    "Send the 'version' you read in the body, or its ETag in If-Match, so that nobody's change is lost.");
        }
        try {
            return Long.parseLong(version);
        } catch (NumberFormatException e) {
            throw ProblemException.invalid("version", "'" + version + "' is not a version");
        }
    }

    /**
     * Refuses to go on where {@code If-Match} names another version than there is now; where it is left out or {@code *}, any will do.
     *
     * @throws ProblemException 409 of {@link #stale}; 400 where it is no version
     */
    public static void requireMatch(String ifMatch, long current) {
        if (ifMatch != null && !ifMatch.isBlank() && !ifMatch.trim().equals("*")) {
            long expected = expectedVersion(JsonNodeFactory.instance.objectNode(), ifMatch.trim());
            if (expected != current) {
                throw stale(expected, current);
            }
        }
    }

    /** The conflict of a change that was made from an older state than there is now. */
    public static ProblemException stale(long expected, long current) {
        return ProblemException.conflict(
                        "stale-version",
                        "You changed version " + expected + ", but version " + current + " is there now.")
                .with("currentVersion", current);
    }

    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode object ? object : changes.objectNode();
        changes.fields().forEachRemaining(change -> {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                JsonNode before = result.get(change.getKey());
                result.set(change.getKey(), merged(before == null ? changes.nullNode() : before, change.getValue()));
            }
        });
        return result;
    }

    /** Carries a checked JSON error to {@link ProblemMappers}. */
    private static final class InvalidJson extends jakarta.ws.rs.WebApplicationException {
        InvalidJson(JsonProcessingException cause) {
            super(cause, 400);
        }
    }
}
