package io.sevenfold.cadence.planning;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Fills the variables of a step's guidance, {@link #VARIABLES}.
 *
 * @param company null: not known
 * @param rep the owner's name; null: nobody owns the contact
 */
public record Guidance(String name, String company, String rep) {

    /** What a guidance may name. */
    public static final List<String> VARIABLES =
            List.of("{contact.firstName}", "{contact.name}", "{contact.company}", "{rep.firstName}", "{rep.name}");

    private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*}|[{}]");

    /** Of a contact whom nobody owns. */
    public Guidance(String name, String company) {
        this(name, company, null);
    }

    /** What looks like a variable and is none: a name we do not know, in its braces, or a brace without the other. */
    public static Optional<String> unknownVariable(String template) {
        return VARIABLE.matcher(template)
                .results()
                .map(variable -> variable.group())
                .filter(variable -> !VARIABLES.contains(variable))
                .findFirst();
    }

    /** In one pass: a name that looks like a variable stays a name. */
    String fill(String template) {
        StringBuilder filled = new StringBuilder();
        int done = 0;
        for (int end = end(template, done); end > 0; end = end(template, done)) {
            int begin = template.lastIndexOf('{', end - 1);
            filled.append(template, done, begin).append(value(template.substring(begin, end)));
            done = end;
        }
        return filled.append(template, done, template.length()).toString();
    }

    /** Behind the first pair of braces; 0: there is none any more. */
    private static int end(String template, int from) {
        int open = template.indexOf('{', from);
        return open < 0 ? 0 : template.indexOf('}', open) + 1;
    }

    private String value(String variable) {
        return switch (variable) {
            case "{contact.firstName}" -> first(name);
            case "{contact.name}" -> name;
            case "{contact.company}" -> company == null ? "their company" : company;
            case "{rep.firstName}" -> rep == null ? "their owner" : first(rep);
            case "{rep.name}" -> rep == null ? "their owner" : rep;
            default -> variable;
        };
    }

    private static String first(String name) {
        return name.strip().split(" ", 2)[0];
    }
}
