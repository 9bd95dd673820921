package io.sevenfold.cadence.page;

import io.sevenfold.rest.Problem.FieldError;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What stands in a form's fields, and what is wrong with it: shown again as it was entered. */
public final class Entered {

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();

    private Entered() {}

    /** A form nobody has filled in yet. */
    static Entered with(Map<String, String> defaults) {
        Entered entered = new Entered();
        entered.values.putAll(defaults);
        return entered;
    }

    /** What was sent; of a field sent more than once, the first. */
    static Entered of(MultivaluedMap<String, String> sent) {
        Entered entered = new Entered();
        // A browser ends lines by CR LF, and counts each as one character.
        sent.forEach((name, values) ->
                entered.values.put(name, values.isEmpty() ? "" : values.get(0).replace("\r\n", "\n")));
        return entered;
    }

    /** As it was entered; never null. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public boolean is(String field, String value) {
        return value(field).equals(value);
    }

    /** Null: nothing is wrong with it. */
    public String error(String field) {
        return errors.get(field);
    }

    /** All that is wrong, in the order it was found. */
    public List<FieldError> errors() {
        List<FieldError> all = new ArrayList<>();
        errors.forEach((field, words) -> all.add(new FieldError(field, words)));
        return all;
    }

    public boolean isWrong() {
        return !errors.isEmpty();
    }

    /** The first thing that is wrong with a field is the one that is said. */
    void refuse(String field, String words) {
        errors.putIfAbsent(field, words);
    }

    /** Null: nothing was entered. */
    String text(String field) {
        String text = value(field).strip();
        return text.isEmpty() ? null : text;
    }

    /** Null: nothing was entered, or no date, and then that is wrong. */
    LocalDate date(String field) {
        try {
            return text(field) == null ? null : LocalDate.parse(text(field));
        } catch (DateTimeParseException e) {
            refuse(field, "Enter a date, such as 2026-12-31.");
            return null;
        }
    }

    /** Null: nothing was chosen, or nothing that can be, and then that is wrong. */
    <E extends Enum<E>> E constant(String field, Class<E> type) {
        String text = text(field);
        E found = Stream.of(type.getEnumConstants())
                .filter(it -> it.toString().equals(text))
                .findFirst()
                .orElse(null);
        if (text != null && found == null) {
            refuse(field, "Choose one of these.");
        }
        return found;
    }

    /** Null: it is no number. */
    Integer number(String field) {
        try {
            return Integer.valueOf(value(field));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
