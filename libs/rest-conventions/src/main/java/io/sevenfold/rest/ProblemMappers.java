package io.sevenfold.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.sevenfold.rest.Problem.FieldError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a request into a {@link Problem}. Only the unexpected is logged: callers' mistakes are theirs to see. */
public class ProblemMappers {

    private static final int UNAUTHORIZED = 401;
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response problem(ProblemException e) {
        return respond(e);
    }

    @ServerExceptionMapper
    public Response constraints(ConstraintViolationException e) {
        List<FieldError> errors = e.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field))
                .toList();
        return respond(ProblemException.invalid(errors));
    }

    @ServerExceptionMapper({MismatchedInputException.class, JsonProcessingException.class})
    public Response json(JsonProcessingException e) {
        return respond(ProblemException.invalid(List.of(new FieldError(field(e), complaint(e)))));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthorized(SecurityException e) {
        return respond(ProblemException.unauthorized(
                e instanceof AuthenticationFailedException && e.getCause() == null && e.getMessage() != null
                        ? e.getMessage()
                        : "The token is missing, expired, or not signed by the expected issuer."));
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return respond(ProblemException.forbidden("The token's roles do not allow this."));
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return json(json);
        }
        if (e.getCause() instanceof ProblemException problem) {
            return respond(problem);
        }
        // A query or path value that cannot be converted arrives as "not found" with the conversion's failure as its
        // cause.
        if (e instanceof NotFoundException && e.getCause() != null) {
            return respond(ProblemException.invalid(
                    "query or path", "A value cannot be read: " + e.getCause().getMessage()));
        }
        int status = e.getResponse().getStatus();
        Response.StatusType known = e.getResponse().getStatusInfo();
        Response problem = respond(ProblemException.of(status, "http-" + status, known.getReasonPhrase(), null));
        // RFC 9110: a 405 says what is allowed.
        String allow = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? problem
                : Response.fromResponse(problem)
                        .header(HttpHeaders.ALLOW, allow)
                        .build();
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e) {
        if (e.getCause() instanceof ProblemException problem) {
            return respond(problem);
        }
        if (DatabaseOutage.causes(e)) {
            LOG.warnf("A request failed for want of the database: %s", e.getMessage());
            return respond(ProblemException.notNow(
                    "database-away",
                    "The database cannot be reached just now. Send the same again; what may have been done is not done twice where the"
                            + " request has an id or a version.",
                    RETRY_AFTER_SECONDS));
        }
        LOG.error("A request failed unexpectedly", e);
        return respond(ProblemException.of(
                500, "unexpected", "Something went wrong here", "It was logged; nothing was changed."));
    }

    private static Response respond(ProblemException e) {
        return Response.status(e.problem().status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.RETRY_AFTER, e.retryAfter())
                .header(HttpHeaders.WWW_AUTHENTICATE, e.problem().status() == UNAUTHORIZED ? "Bearer" : null)
                .entity(e.problem())
                .build();
    }

    /** The path without what callers do not know: the method's name, and its parameter's where that holds the field. */
    private static String field(ConstraintViolation<?> violation) {
        StringBuilder field = new StringBuilder();
        boolean onlyParameter = false;
        for (Path.Node node : violation.getPropertyPath()) {
            if (onlyParameter) {
                field.setLength(0);
            }
            onlyParameter = node.getKind() == ElementKind.PARAMETER;
            if (node.isInIterable() && node.getIndex() != null) {
                field.append('[').append(node.getIndex()).append(']');
            }
            switch (node.getKind()) {
                case METHOD, CONSTRUCTOR, CONTAINER_ELEMENT -> {}
                default ->
                    field.append(field.isEmpty() || node.getName() == null ? "" : ".")
                            .append(node.getName() == null ? "" : node.getName());
            }
        }
        return field.isEmpty() ? "body" : field.toString();
    }

    private static String field(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return mapping.getPath().stream()
                    .map(part -> part.getFieldName() != null ? "." + part.getFieldName() : "[" + part.getIndex() + "]")
                    .collect(Collectors.joining())
                    .replaceFirst("^\\.", "");
        }
        return "body";
    }

    private static String complaint(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return "is not a field here";
        }
        if (e instanceof InvalidFormatException format) {
            Class<?> type = format.getTargetType();
            return "'" + format.getValue() + "' is not " + ValueWords.of(type);
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return "is not " + ValueWords.of(mismatch.getTargetType());
        }
        if (e instanceof InputCoercionException || e.getCause() instanceof InputCoercionException) {
            return "is too large or too small a number";
        }
        return "is not well-formed JSON: " + e.getOriginalMessage();
    }
}
