package io.sevenfold.cadence.planning;

import java.util.Map;

/** Fills the variables of a step's guidance: {@code {contact.firstName}}, {@code {contact.name}}, {@code {contact.company}}. */
public record Guidance(String name, String company) {

    String fill(String template) {
        String filled = template;
        for (Map.Entry<String, String> variable : variables().entrySet()) {
            filled = filled.replace("{" + variable.getKey() + "}", variable.getValue());
        }
        return filled;
    }

    private Map<String, String> variables() {
        return Map.of(
                "contact.firstName",
                name.split(" ", 2)[0],
                "contact.name",
                name,
                "contact.company",
                company == null ? "their company" : company);
    }
}
