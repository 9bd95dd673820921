package io.sevenfold.rest;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads path and query parameters, so that one that cannot be read is a problem which names it. */
@Provider
public class ReadableParameters implements ParamConverterProvider {

    private record Kind(String name, Function<String, ?> read) {}

    private static final Map<Class<?>, Kind> KINDS = Map.of(
            UUID.class, new Kind("an id (a UUID)", UUID::fromString),
            int.class, new Kind("a whole number", Integer::valueOf),
            LocalDate.class, new Kind("a date such as 2026-11-24", LocalDate::parse),
            Instant.class, new Kind("a time such as 2026-11-24T09:00:00Z", Instant::parse));

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        Kind kind = KINDS.get(type);
        return kind == null ? null : (ParamConverter<T>) new Reading(name(annotations), kind);
    }

    private static String name(Annotation[] annotations) {
        return Stream.of(annotations)
                .map(each -> each instanceof QueryParam query
                        ? query.value()
                        : each instanceof PathParam path ? path.value() : "")
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("path");
    }

    private record Reading(String parameter, Kind kind) implements ParamConverter<Object> {

        @Override
        public Object fromString(String value) {
            try {
                return value == null ? null : kind.read().apply(value);
            } catch (RuntimeException e) {
                throw ProblemException.invalid(parameter, "'" + value + "' is not " + kind.name());
            }
        }

        @Override
        public String toString(Object value) {
            return value.toString();
        }
    }
}
