package io.sevenfold.rest;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * An error as RFC 9457 writes it.
 *
 * @param type stable name of the kind of error, {@code urn:sevenfold:problem:…}
 * @param rule the rule of DOMAIN.md that refused it, if one did
 * @param errors what was wrong where, if the error is about fields
 * @param extra further members, for example the id of the contact already there
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String rule,
        List<FieldError> errors,
        @JsonAnyGetter Map<String, Object> extra) {

    /** The media type problems are sent with. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** One field (JSON path, query or path parameter, header or claim) and what is wrong with it. */
    public record FieldError(String field, String detail) {}
}
