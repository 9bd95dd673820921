package io.sevenfold.rest;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How errors name the kind of a value to somebody who does not know our classes. */
final class ValueWords {

    private static final String WHOLE_NUMBER = "a whole number";
    private static final Map<Class<?>, String> WORDS = Map.ofEntries(
            Map.entry(UUID.class, "an id (a UUID)"),
            Map.entry(LocalDate.class, "a date such as 2026-11-24"),
            Map.entry(LocalTime.class, "a time of day such as 09:00"),
            Map.entry(Instant.class, "a time such as 2026-11-24T09:00:00Z"),
            Map.entry(String.class, "a text"),
            Map.entry(int.class, WHOLE_NUMBER),
            Map.entry(Integer.class, WHOLE_NUMBER),
            Map.entry(long.class, WHOLE_NUMBER),
            Map.entry(boolean.class, "true or false"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(DayOfWeek.class, "a weekday such as MONDAY"));

    private ValueWords() {}

    /** With an article: {@code a whole number}. */
    static String of(Class<?> type) {
        if (WORDS.containsKey(type)) {
            return WORDS.get(type);
        }
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "a list" : "a JSON object";
    }
}
