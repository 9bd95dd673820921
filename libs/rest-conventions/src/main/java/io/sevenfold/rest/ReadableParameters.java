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

    private static final Map<Class<?>, Function<String, ?>> READERS = Map.of(
            UUID.class, UUID::fromString,
            int.class, Integer::valueOf,
            Integer.class, Integer::valueOf,
            LocalDate.class, LocalDate::parse,
            Instant.class, Instant::parse);

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        Function<String, ?> reader = READERS.get(type);
        return reader == null ? null : (ParamConverter<T>) new Reading(name(annotations), reader, ValueWords.of(type));
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

    private record Reading(String parameter, Function<String, ?> reader, String kind)
            implements ParamConverter<Object> {

        @Override
        public Object fromString(String value) {
            try {
                return value == null ? null : reader.apply(value);
            } catch (RuntimeException e) {
                throw ProblemException.invalid(parameter, "'" + value + "' is not " + kind);
            }
        }

        @Override
        public String toString(Object value) {
            return value.toString();
        }
    }
}
