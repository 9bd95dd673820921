package io.sevenfold.cadence.cadence;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sevenfold.events.Channel;
import io.sevenfold.events.Intent;
import io.sevenfold.events.Purpose;
import io.sevenfold.rest.Problem;
import io.sevenfold.rest.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cadence that would break a principle is refused with the rule's name and the step (principles 1 and 4, P3, P7, T3). */
class CadenceRulesTest {

    private static final String CONNECT = "0d insight, 3d help, 5d introduction, 7d insight, 9d ask";

    /** Steps one after the other: gap in days or months, and what each gives. */
    private static CadenceFields cadence(String purpose, String steps) {
        List<StepFields> read = new ArrayList<>();
        for (String step : steps.isEmpty() ? new String[0] : steps.split(", ")) {
            String[] words = step.split(" ");
            Integer gap = Integer.valueOf(words[0].substring(0, words[0].length() - 1));
            boolean months = words[0].endsWith("m");
            Intent intent = Intent.valueOf(words[1].toUpperCase(Locale.ROOT));
            read.add(new StepFields(
                    "s-" + read.size(), months ? null : gap, months ? gap : null, Channel.EMAIL, intent, "Give it."));
        }
        return of(Purpose.valueOf(purpose), read);
    }

    private static CadenceFields of(Purpose purpose, List<StepFields> steps) {
        return new CadenceFields(null, "Some", purpose, null, null, steps);
    }

    /** A good one but for its third step. */
    private static CadenceFields withThird(String key, Integer days, Integer months, String guidance) {
        List<StepFields> steps = new ArrayList<>(cadence("CONNECT", CONNECT).steps());
        steps.set(2, new StepFields(key, days, months, Channel.CALL, Intent.INTRODUCTION, guidance));
        return of(Purpose.CONNECT, steps);
    }

    private static Problem refusal(CadenceFields cadence) {
        return assertThrows(ProblemException.class, () -> CadenceRules.check(cadence))
                .problem();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONNECT       | " + CONNECT,
                "CONNECT       | " + CONNECT + ", 1d thanks",
                "CONNECT       | " + CONNECT + ", 1d thanks, 260d ask",
                "CONNECT       | 0d insight, 0d help, 0d insight, 0d help, 0d ask",
                "CARE          | 1m help, 0d insight",
                "KEEP_IN_TOUCH | 24m insight, 0m help",
                "CARE          | 1m help, 1m ask, 1m help, 1m ask, 1m help, 1m ask, 1m help, 1m ask, 1m help, 1m ask, 1m help, 1m ask"
            })
    void acceptsWhatServesThem(String purpose, String steps) {
        assertDoesNotThrow(() -> CadenceRules.check(cadence(purpose, steps)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONNECT | ''                                                  | principle 1 | steps",
                "CONNECT | 0d insight, 3d help, 5d insight, 7d ask             | principle 1 | steps",
                "CONNECT | " + CONNECT + ", 1d help, 1d ask, 1d thanks         | principle 1 | steps",
                "CARE    | ''                                                  | P3          | steps",
                "CARE    | 1m help, 1m ask, 1m help, 1m ask, 1m help, 1m ask, 1m help, 1m ask, 1m help, 1m ask, 1m help, 1m ask, 1m thanks | P3 | steps",
                "CARE    | 0d help, 0m insight                                 | P3          | steps",
                "CONNECT | 0d ask, 3d help, 5d insight, 7d help, 9d ask        | principle 4 | steps[0].intent",
                "CARE    | 1m ask, 1m help                                     | principle 4 | steps[0].intent",
                "CONNECT | 0d insight, 3d help, 5d help, 7d insight, 9d ask    | principle 4 | steps[2].intent",
                "CARE    | 1m help, 1m insight, 1m help                        | principle 4 | steps[2].intent",
                "KEEP_IN_TOUCH | 3m insight                                    | principle 4 | steps[0].intent",
                "CONNECT | 0d insight, -1d help, 5d insight, 7d help, 9d ask   | T3          | steps[1].gapDays",
                "CONNECT | 0d insight, 261d help, 5d insight, 7d help, 9d ask  | T3          | steps[1].gapDays",
                "CONNECT | 0d insight, 1m help, 5d insight, 7d help, 9d ask    | T3          | steps[1].gapMonths",
                "CARE    | 1m help, 25m insight                                | T3          | steps[1].gapMonths",
                "CARE    | 1m help, -1m insight                                | T3          | steps[1].gapMonths"
            })
    void refusesWhatBreaksOne(String purpose, String steps, String rule, String field) {
        // When
        Problem refusal = refusal(cadence(purpose, steps));

        // Then
        assertEquals(422, refusal.status());
        assertEquals(rule, refusal.rule());
        assertEquals(field, refusal.errors().get(0).field());
    }

    @Test
    void aGapIsInDaysOrInMonths_T3() {
        assertEquals("T3", refusal(withThird("s-2", null, null, "Give it.")).rule());
        assertEquals("T3", refusal(withThird("s-2", 3, 1, "Give it.")).rule());
    }

    @ParameterizedTest
    @ValueSource(strings = {"s-0", "", " ", "Hello", "hello_world", "-hello", "hello-", "a--b", "héllo"})
    void aKeyNamesOneStepAndReadsLikeASlug_P7(String key) {
        // When
        Problem refusal = refusal(withThird(key, 3, null, "Give it."));

        // Then
        assertEquals("P7", refusal.rule());
        assertEquals("steps[2].key", refusal.errors().get(0).field());
    }

    @ParameterizedTest
    @CsvSource({
        "{contact.firstname}, {contact.firstname}",
        "Ask {contact.name} and {company}, {company}",
        "Sign as {}, {}",
        "Write {contact.firstName, {",
        "Write contact.firstName}, }",
        "{{contact.firstName}}, {"
    })
    void anUnknownVariableIsNamedWithThoseThatAreKnown(String guidance, String unknown) {
        // When
        Problem refusal = refusal(withThird("s-2", 3, null, guidance));

        // Then
        assertEquals("urn:sevenfold:problem:unknown-variable", refusal.type());
        assertEquals(422, refusal.status());
        assertEquals("steps[2].guidance", refusal.errors().get(0).field());
        assertEquals(unknown, refusal.extra().get("variable"));
        assertEquals(
                List.of("{contact.firstName}", "{contact.name}", "{contact.company}", "{rep.firstName}", "{rep.name}"),
                refusal.extra().get("known"));
    }

    @Test
    void theCadencesAWorkspaceStartsWithKeepThem() {
        for (Defaults.Template it : Defaults.TEMPLATES) {
            List<StepFields> steps = it.steps().stream().map(StepFields::of).toList();
            assertDoesNotThrow(() -> CadenceRules.check(of(it.purpose(), steps)), it.name());
        }
        assertEquals(
                List.of(Purpose.values()),
                Defaults.TEMPLATES.stream().map(Defaults.Template::purpose).toList());
    }

    @Test
    void theirGuidanceNeverJustChecksIn_Principle4() {
        for (Defaults.Template it : Defaults.TEMPLATES) {
            it.steps().forEach(step -> {
                String words = step.guidance().toLowerCase(Locale.ROOT);
                for (String empty : List.of("checking in", "check in", "touching base", "touch base", "follow up")) {
                    assertEquals(-1, words.indexOf(empty), step.key() + ": " + empty);
                }
                assertEquals(true, step.guidance().length() <= 400, step.key() + " is to be read at a glance");
            });
        }
    }
}
