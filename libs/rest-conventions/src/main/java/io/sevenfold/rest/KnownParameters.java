package io.sevenfold.rest;

import io.sevenfold.rest.Problem.FieldError;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that an operation of an API does not have, with their names: a misspelt filter would show everything. A
 * page bears them: who checks or counts the links in mails adds some.
 */
public class KnownParameters {

    private static final String APIS = "/v1/";

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ResourceInfo operation, UriInfo uri) {
        if (!uri.getPath().startsWith(APIS)) {
            return;
        }
        Set<String> names = known.computeIfAbsent(operation.getResourceMethod(), KnownParameters::of);
        List<FieldError> unknown = uri.getQueryParameters().keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .map(name -> new FieldError(name, "is not a parameter here"))
                .toList();
        if (!unknown.isEmpty()) {
            throw ProblemException.invalid(unknown);
        }
    }

    private static Set<String> of(Method operation) {
        return Stream.of(operation.getParameters())
                .flatMap(parameter ->
                        parameter.isAnnotationPresent(BeanParam.class) ? fields(parameter) : Stream.of(parameter))
                .filter(element -> element.isAnnotationPresent(QueryParam.class))
                .map(element -> element.getAnnotation(QueryParam.class).value())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<AnnotatedElement> fields(Parameter bean) {
        return Stream.<Class<?>>iterate(bean.getType(), type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()));
    }
}
