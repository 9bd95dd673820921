package io.sevenfold.cadence.planning;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the variables of a step's guidance: {@code {contact.firstName}}, {@code {contact.name}}, {@code {contact.company}}. */
public record Guidance(String name, String company) {

    private static final Pattern VARIABLE = Pattern.compile("\\{contact\\.(firstName|name|company)}");

    /** In one pass: a name that looks like a variable stays a name. */
    String fill(String template) {
        return VARIABLE.matcher(template).replaceAll(variable -> Matcher.quoteReplacement(value(variable.group(1))));
    }

    private String value(String variable) {
        return switch (variable) {
            case "firstName" -> name.strip().split(" ", 2)[0];
            case "name" -> name;
            default -> company == null ? "their company" : company;
        };
    }
}
