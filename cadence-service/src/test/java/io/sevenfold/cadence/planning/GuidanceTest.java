package io.sevenfold.cadence.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a step says to do, with the names filled in. */
class GuidanceTest {

    @ParameterizedTest
    @CsvSource({
        "Write {contact.firstName}, Write Ada",
        "Write {contact.name} of {contact.company}, Write Ada Lovelace of Analytical Engines",
        "Sign as {rep.firstName} ({rep.name}), Sign as Grace (Grace Hopper)",
        "{contact.firstName}{contact.firstName}, AdaAda",
        "} { {contact.firstName} {, } { Ada {",
        "Nothing to fill, Nothing to fill"
    })
    void fillsEachVariable(String template, String filled) {
        assertEquals(filled, new Guidance("Ada Lovelace", "Analytical Engines", "Grace Hopper").fill(template));
    }

    @Test
    void aNameThatLooksLikeAVariableStaysAName() {
        // Given
        Guidance guidance = new Guidance("{rep.name} $1", "{contact.name}", "\\{contact.company}");

        // Then
        assertEquals(
                "{rep.name} $1, {contact.name}, \\{contact.company}",
                guidance.fill("{contact.name}, {contact.company}, {rep.name}"));
    }

    @Test
    void whatIsNotKnownHasWordsOfItsOwn() {
        assertEquals(
                "Show their company to their owner",
                new Guidance("Ada", null).fill("Show {contact.company} to {rep.firstName}"));
    }

    @Test
    void whatIsNoVariableStaysAsItWasWritten() {
        assertEquals("{colour} {", new Guidance("Ada", null).fill("{colour} {"));
    }
}
