package io.sevenfold.notifier.mail;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Facts in which every text that comes from people says something else. */
final class Spoiled {

    /** Checked where they are taken in: they are tags and names of the system's, not words. */
    private static final Set<String> NOT_OF_PEOPLE = Set.of("locale", "timeZone", "workspace");

    private Spoiled() {}

    /** The same facts, with this text in place of each; the rep's address aside, without which there is no mail. */
    static ReminderFacts by(String text, ReminderFacts facts) {
        return (ReminderFacts) spoil(facts, "facts", text);
    }

    private static Object spoil(Object value, String name, String text) {
        if (value instanceof String) {
            return NOT_OF_PEOPLE.contains(name) ? value : text;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(each -> spoil(each, name, text)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> spoiled = new LinkedHashMap<>();
            map.forEach((key, each) -> spoiled.put(key, spoil(each, name, text)));
            return spoiled;
        }
        return value instanceof Record each ? spoil(each, text) : value;
    }

    private static Record spoil(Record value, String text) {
        try {
            RecordComponent[] components = value.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                Object each = components[i].getAccessor().invoke(value);
                boolean address = value instanceof ReminderFacts.Recipient
                        && components[i].getName().equals("email");
                values[i] = address ? each : spoil(each, components[i].getName(), text);
            }
            Constructor<?> canonical = value.getClass()
                    .getDeclaredConstructor(
                            Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new));
            return (Record) canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
